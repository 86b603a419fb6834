package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;

/** Needs no payload and no body. */
@PostEvent("mock-nothing")
public class MockNothing {
    String run() {
        return "ok: nopayload ok";
    }
}
