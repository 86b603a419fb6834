package io.hopeit.jaxrs.mock;

import io.hopeit.PutEvent;
import jakarta.ws.rs.PathParam;

/** One of several methods at one path. */
@PutEvent(value = "mock-put", route = "things/{id}")
public class MockPut {
    MockResult run(MockData data, @PathParam("id") String id) {
        return new MockResult("put " + id + " " + data.value(), true);
    }
}
