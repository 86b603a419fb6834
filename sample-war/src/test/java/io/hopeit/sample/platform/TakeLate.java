package io.hopeit.sample.platform;

import io.hopeit.OnFailure;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fails for good with each message, until somebody puts it back. */
@StreamEvent(value = "platform.take-late", read = "platform.questions")
@OnFailure(maxDeliveries = 1)
public class TakeLate {
    @Inject
    Answers answers;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    void take(Question question) {
        if (known.add(question.id())) {
            throw new IllegalStateException("meant to fail at first");
        }
        answers.put(question.id() + ".late", Facts.here(2));
    }
}
