package io.hopeit.sample.platform;

import io.hopeit.EventContext;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Would take half a minute for a message that comes for the first time, and is not given it. */
@StreamEvent(value = "platform.take-again", read = "platform.questions")
public class TakeAgain {
    @Inject
    Answers answers;

    @Timeout(200)
    void take(Question question, EventContext context) throws InterruptedException {
        if (context.deliveries() == 1) {
            Thread.sleep(30_000);
        }
        answers.put(question.id() + ".again", Facts.here((int) context.deliveries()));
    }
}
