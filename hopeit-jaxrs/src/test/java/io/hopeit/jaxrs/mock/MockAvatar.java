package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** A picture, if there is one. */
@GetEvent("mock-avatar")
@Produces("image/png")
public class MockAvatar {
    Optional<byte[]> run(@QueryParam("id") int id) {
        return id == 1 ? Optional.of(new byte[] {'P', 'N', 'G'}) : Optional.empty();
    }
}
