package io.hopeit.jaxrs.mock;

import io.hopeit.DeleteEvent;
import jakarta.ws.rs.PathParam;

/** One of several methods at one path. */
@DeleteEvent(value = "mock-delete", route = "things/{id}")
public class MockDelete {
    MockResult run(@PathParam("id") String id) {
        return new MockResult("deleted " + id, true);
    }
}
