package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import io.hopeit.Postprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;

/** Takes an argument, and tells by header and cookie how it went. */
@GetEvent("mock-event")
@Steps({"begin", "read", "decorate"})
public class MockEvent {
    Object begin(@QueryParam("query_arg1") String query) {
        return switch (query) {
            case "ok" -> new MockData(query);
            case "fail" -> throw new AssertionError("Test for error");
            default -> "None";
        };
    }

    String read(MockData data) {
        return "ok: " + data.value();
    }

    String decorate(String text) {
        return text.startsWith("ok: ") ? text : "not-ok: " + text;
    }

    @Postprocess
    String tell(String text, HttpResponse response) {
        boolean isOk = text.startsWith("ok: ");
        response.setHeader("X-Status", isOk ? "ok" : "not-ok");
        if (isOk) {
            response.addCookie(
                    new NewCookie.Builder("Test-Cookie").value("a=1&b=c:d/e@f?").build());
        } else {
            response.deleteCookie("Test-Cookie", "/");
            response.setStatus(400);
        }
        return text;
    }
}
