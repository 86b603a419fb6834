package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Tells what a step of a message has seen. */
@GetEvent("platform.answer")
public class Answer {
    @Inject
    Answers answers;

    @Nullable
    Facts tell(@QueryParam("id") String id) {
        return answers.of(id);
    }
}
