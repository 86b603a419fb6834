package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.ClientBuilder;

/** Asks another server, and may say itself what that means. */
@GetEvent("mock-caller")
public class MockCaller {
    String run(@QueryParam("url") String url, @QueryParam("tells") @DefaultValue("false") boolean tells) {
        try (var client = ClientBuilder.newClient()) {
            var request = client.target(url).request();
            if (tells) {
                throw new NotFoundException("no such thing there", request.get());
            }
            return request.get(String.class);
        }
    }
}
