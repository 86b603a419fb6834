package io.hopeit.sample.platform;

import io.hopeit.EventContext;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Would take half a minute for each message, and does something else instead. */
@StreamEvent(value = "platform.take-instead", read = "platform.questions")
@Steps("take")
public class TakeInstead {
    @Inject
    Answers answers;

    @Timeout(200)
    @Fallback(fallbackMethod = "giveUp")
    void take(Question question, EventContext context) throws InterruptedException {
        Thread.sleep(30_000);
    }

    void giveUp(Question question, EventContext context) {
        answers.put(question.id() + ".instead", Facts.here((int) context.deliveries()));
    }
}
