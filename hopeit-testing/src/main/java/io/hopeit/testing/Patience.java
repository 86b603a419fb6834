package io.hopeit.testing;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * How long tests wait in real time, and what they say when that is over.
 *
 * @param limit for each thing that is waited for
 */
record Patience(Duration limit) {
    /** System property: how long a test waits for the application, in ISO-8601. */
    static final String PROPERTY = "hopeit.testing.patience";

    private static final int FRAMES = 12;
    private static final int LONGER = 3;

    /** What is due takes no time, so little is enough. */
    static Patience inMemory() {
        return wanted("PT10S");
    }

    /** Retries and timeouts are waited for: a little longer than an event may take that says nothing of it. */
    static Patience onRedis() {
        return wanted("PT2M");
    }

    private static Patience wanted(String usual) {
        var text = System.getProperty(PROPERTY, usual);
        try {
            var limit = Duration.parse(text);
            if (limit.isPositive()) {
                return new Patience(limit);
            }
        } catch (DateTimeParseException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static ExtensionConfigurationException wrong(String text) {
        return new ExtensionConfigurationException(
                "-D%s=%s is no time to wait like PT30S, for 30 seconds, or PT5M.".formatted(PROPERTY, text));
    }

    /** It is over, with these threads of the application at work. */
    AssertionError over(String what, List<Thread> busy) {
        var text = new StringBuilder("%s: not so after %s.".formatted(what, limit));
        if (busy.isEmpty()) {
            text.append(" Nothing is being done; what is waited for may never come.");
        } else {
            text.append(" The application is still busy: time stands still while it works, so nothing times out. A step"
                    + " that is to hang or to take long is told so by app.step(...), or waits by clock.sleep(...).");
        }
        busy.forEach(thread -> text.append("%n  %s%n%s".formatted(thread.getName(), stack(thread))));
        return new AssertionError(text.append("%n".formatted()).append(longer()).toString());
    }

    /** It is over, and what comes next may just not be due yet. */
    AssertionError over(String what) {
        return new AssertionError(
                "%s: not so after %s. On a real Redis time is real: retries, timeouts and pauses take as long as they take.%n%s"
                        .formatted(what, limit, longer()));
    }

    private String longer() {
        return "(-D%s=%s waits longer)".formatted(PROPERTY, limit.multipliedBy(LONGER));
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "    at " + frame)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
