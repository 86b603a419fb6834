package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;

/** Works on its payload. */
@PostEvent("mock-post")
public class MockPost {
    MockResult run(MockData data) {
        return new MockResult("ok: " + data.value(), true);
    }
}
