package io.hopeit.testing.ratings;

import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.OnApp;

/** Tells for which application it has run. */
@GetEvent("average")
@OnApp
public class AverageRating {
    String average(EventContext context) {
        return context.app().key();
    }
}
