package io.hopeit.jaxrs.shop;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import jakarta.validation.constraints.Size;

@PostEvent
@Steps({"length", "report"})
public class Length {
    public record Report(int length, String requestId, String caller) {}

    int length(@Size(max = 20) String text) {
        return text.length();
    }

    Report report(int length, EventContext context) {
        var ids = context.trackIds();
        return new Report(length, ids.requestId(), ids.get("track.caller").orElse(""));
    }
}
