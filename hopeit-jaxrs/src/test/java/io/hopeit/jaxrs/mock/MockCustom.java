package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.PathParam;

/** Has a route that is not below that of its application. */
@GetEvent(value = "mock-custom", route = "/custom/{id}/part")
public class MockCustom {
    MockData run(@PathParam("id") int id) {
        return new MockData("part of " + id);
    }
}
