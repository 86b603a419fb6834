package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** A text, of another status and charset than usual. */
@PostEvent("mock-text")
@Produces("text/plain;charset=utf-8")
@Steps("run")
public class MockText {
    String run(MockData data) {
        return "é " + data.value();
    }

    @Postprocess
    String tell(String text, HttpResponse response, @QueryParam("status") @DefaultValue("201") int status) {
        response.setStatus(status);
        return text;
    }
}
