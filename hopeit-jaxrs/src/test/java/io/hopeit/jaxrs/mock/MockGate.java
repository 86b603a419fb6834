package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets requests pass, or answers them itself. */
@PostEvent("mock-gate")
@Steps("run")
public class MockGate {
    static final AtomicInteger RUNS = new AtomicInteger();

    @Preprocess
    MockData look(MockData data, HttpRequest request, @QueryParam("status") @DefaultValue("200") int status) {
        request.setStatus(status);
        return new MockData("gate: " + data.value());
    }

    MockResult run(MockData data) {
        RUNS.incrementAndGet();
        return new MockResult(data.value(), true);
    }

    @Postprocess
    MockResult tell(MockResult result, HttpResponse response) {
        response.setHeader("X-Postprocess", "yes");
        return result;
    }
}
