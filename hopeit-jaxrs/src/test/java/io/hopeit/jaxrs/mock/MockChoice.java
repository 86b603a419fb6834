package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Has results that its postprocess does not take. */
@GetEvent("mock-choice")
@Steps("run")
public class MockChoice {
    @Nullable
    Object run(@QueryParam("kind") String kind) {
        return switch (kind) {
            case "data" -> new MockData("a");
            case "nothing" -> null;
            default -> kind;
        };
    }

    @Postprocess
    MockResult tell(MockData data) {
        return new MockResult(data.value(), true);
    }
}
