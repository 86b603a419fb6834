package io.hopeit.jaxrs.shop;

import io.hopeit.GetEvent;
import io.hopeit.StreamUnavailableException;

@GetEvent
public class Unavailable {
    String run() {
        throw new StreamUnavailableException("cannot publish to secret", new IllegalStateException("down"));
    }
}
