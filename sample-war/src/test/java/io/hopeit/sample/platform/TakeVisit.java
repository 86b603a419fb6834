package io.hopeit.sample.platform;

import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;

/** Tells the request scope that each step of a message was in. */
@StreamEvent(value = "platform.take-visit", read = "platform.questions")
@Steps({"enter", "leave"})
public class TakeVisit {
    @Inject
    Answers answers;

    @Inject
    Scope scope;

    Entered enter(Question question) {
        return new Entered(question.id(), scope.id());
    }

    void leave(Entered entered) {
        answers.put(entered.id() + ".visit", Facts.here(1).in(entered.scope(), scope.id()));
    }
}
