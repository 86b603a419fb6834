package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import io.hopeit.Steps;
import jakarta.inject.Inject;

/** Tells the request scope that each step of a request was in. */
@GetEvent("platform.visit")
@Steps({"enter", "leave"})
public class Visit {
    @Inject
    Scope scope;

    Entered enter() {
        return new Entered("", scope.id());
    }

    Facts leave(Entered entered) {
        return Facts.here(1).in(entered.scope(), scope.id());
    }
}
