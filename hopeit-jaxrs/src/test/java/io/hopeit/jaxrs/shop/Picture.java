package io.hopeit.jaxrs.shop;

import io.hopeit.Auth;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Is no JSON, and for all. */
@GetEvent
@Auth({AuthMethod.BASIC, AuthMethod.UNSECURED})
@Produces("image/png")
@APIResponse(responseCode = "206", description = "a part of it")
public class Picture {
    byte[] picture() {
        return new byte[] {1};
    }
}
