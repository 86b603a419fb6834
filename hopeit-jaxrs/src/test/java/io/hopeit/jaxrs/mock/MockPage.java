package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** A page. */
@GetEvent("mock-page")
@Produces("text/html")
public class MockPage {
    String run(@QueryParam("name") String name) {
        return "<p>" + name + "</p>";
    }
}
