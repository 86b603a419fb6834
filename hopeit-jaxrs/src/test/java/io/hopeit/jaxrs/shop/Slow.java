package io.hopeit.jaxrs.shop;

import io.hopeit.GetEvent;

@GetEvent
public class Slow {
    String run() throws InterruptedException {
        Thread.sleep(60_000);
        return "";
    }
}
