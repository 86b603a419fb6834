package io.hopeit.jaxrs.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.PostEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;

/** Sees a body that is no JSON. */
@PostEvent("mock-raw-body")
@Steps("run")
public class MockRawBody {
    @Preprocess
    MockData look(HttpRequest request) {
        return new MockData(new String(request.body(), UTF_8));
    }

    MockResult run(MockData data) {
        return new MockResult(data.value(), true);
    }
}
