package io.hopeit.jaxrs.mock;

import io.hopeit.PatchEvent;
import jakarta.ws.rs.PathParam;

/** One of several methods at one path. */
@PatchEvent(value = "mock-patch", route = "things/{id}")
public class MockPatch {
    MockResult run(MockData data, @PathParam("id") String id) {
        return new MockResult("patch " + id + " " + data.value(), true);
    }
}
