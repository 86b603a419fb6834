package io.hopeit.jaxrs.mock;

import io.hopeit.MultipartEvent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Takes what may be absent, and is of a certain size if it is not. */
@MultipartEvent("mock-limits")
public class MockLimits {
    String run(
            @QueryParam("m") Optional<@Size(max = 3) String> m,
            @FormParam("note") Optional<@Size(max = 3) String> note) {
        return m.orElse("-") + note.orElse("-");
    }
}
