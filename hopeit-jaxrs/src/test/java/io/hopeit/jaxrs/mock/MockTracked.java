package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.HeaderParam;

/** Takes a track header itself. */
@GetEvent("mock-tracked")
public class MockTracked {
    MockData tell(@HeaderParam("X-Track-Request-Id") String id) {
        return new MockData(id);
    }
}
