package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.PathParam;

/** Always fails. */
@GetEvent(value = "mock-broken", route = "mock-broken/{text}")
public class MockBroken {
    MockResult run(@PathParam("text") String text) {
        throw new IllegalStateException("broken");
    }
}
