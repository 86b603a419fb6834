package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpResponse;

/** Says only when it has run that its JSON is of another type. */
@GetEvent("mock-hal")
@Steps("run")
public class MockHal {
    MockData run() {
        return new MockData("a");
    }

    @Postprocess
    MockData tell(MockData data, HttpResponse response) {
        response.setContentType("application/hal+json");
        return data;
    }
}
