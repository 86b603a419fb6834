package io.hopeit.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How long tests wait in real time, and what they say when that is over. */
final class Patience {
    /** System property: how long a test waits for the application, in ISO-8601. */
    static final String PROPERTY = "hopeit.testing.patience";

    private static final int FRAMES = 12;

    private Patience() {}

    static Duration limit() {
        return Duration.parse(System.getProperty(PROPERTY, "PT10S"));
    }

    /** It is over. */
    static AssertionError over(String what, List<Thread> busy) {
        var text = new StringBuilder("%s: not so after %s.".formatted(what, limit()));
        if (busy.isEmpty()) {
            text.append(" Nothing is being done; what is waited for may never come.");
        } else {
            text.append(" The application is still busy: time stands still while it works, so nothing times out. A step"
                    + " that is to hang or to take long is told so by app.step(...), or waits by clock.sleep(...).");
        }
        busy.forEach(thread -> text.append("%n  %s%n%s".formatted(thread.getName(), stack(thread))));
        return new AssertionError(
                text.append("%n(-D%s=PT30S waits longer)".formatted(PROPERTY)).toString());
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "    at " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
