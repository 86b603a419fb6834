package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;

/** Sees the request before its steps do. */
@PostEvent("mock-preprocess")
@Steps("run")
public class MockPreprocess {
    @Preprocess
    MockData look(MockData data, HttpRequest request) {
        return new MockData("%s: %s %s %s %d"
                .formatted(
                        data.value(),
                        request.header("x-track-request-id").orElse(""),
                        request.method(),
                        request.path(),
                        request.body().length));
    }

    MockData run(MockData data) {
        return data;
    }
}
