package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;

/** Looks at requests, but not at their payload, which is for the step. */
@PostEvent("mock-look")
@Steps("run")
public class MockLook {
    @Preprocess
    void look(HttpRequest request) {
        if (request.header("X-Refuse").isPresent()) {
            request.setStatus(403);
        }
    }

    MockResult run(MockData data) {
        return new MockResult(data.value(), true);
    }
}
