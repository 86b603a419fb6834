package io.hopeit.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The lines of a stack trace. */
final class Trace {
    private Trace() {}

    static List<String> lines(Throwable thrown) {
        var text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text));
        } catch (RuntimeException e) { // an exception's own methods: no reason to lose the line
            text.append(thrown.getClass().getName());
        }
        return Secrets.withoutUserInfo(text.toString()).lines().toList();
    }
}
