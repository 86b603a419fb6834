package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.QueryParam;

/** Takes as long as it is told to. */
@GetEvent("mock-timeout")
public class MockTimeout {
    String run(@QueryParam("millis") long millis) throws InterruptedException {
        Thread.sleep(millis);
        return "ok";
    }
}
