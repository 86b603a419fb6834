package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Takes arguments from everywhere but a body. */
@GetEvent(value = "mock-arguments", route = "mock-arguments/{path}")
public class MockArguments {
    public record Arguments(String path, String a, List<String> many, List<Integer> ids, String header, int cookie) {}

    Arguments run(
            @PathParam("path") String path,
            @QueryParam("a") @DefaultValue("") @Pattern(regexp = "(x+x+)*y|.*") String a,
            @QueryParam("many") List<String> many,
            @HeaderParam("X-Ids") List<Integer> ids,
            @HeaderParam("X-Some") @DefaultValue("") String header,
            @CookieParam("some") @DefaultValue("0") int cookie) {
        return new Arguments(path, a, many, ids, header, cookie);
    }
}
