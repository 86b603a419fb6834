package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;

/** Checks requests and leaves their payload as it is. */
@PostEvent("mock-check")
@Steps("run")
public class MockCheck {
    @Preprocess
    void look(MockData data, HttpRequest request) {
        if (data.value().isEmpty()) {
            request.setStatus(409);
        }
    }

    MockResult run(MockData data) {
        return new MockResult(data.value(), true);
    }
}
