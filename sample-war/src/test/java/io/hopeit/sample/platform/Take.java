package io.hopeit.sample.platform;

import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Looks around for a message, in a step that fails twice. */
@StreamEvent(value = "platform.take", read = "platform.questions")
public class Take {
    @Inject
    Answers answers;

    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    void take(Question question) throws IOException {
        int call =
                calls.computeIfAbsent(question.id(), i -> new AtomicInteger()).incrementAndGet();
        if (call < 3) {
            throw new IOException("not yet");
        }
        answers.put(question.id(), Facts.here(call));
    }
}
