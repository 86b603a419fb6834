package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.Produces;

/** JSON of a type of its own. */
@GetEvent("mock-vendor")
@Produces("application/vnd.shop+json")
public class MockVendor {
    MockData run() {
        return new MockData("a");
    }
}
