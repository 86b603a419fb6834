package io.hopeit.streams.redis;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another server has the key: {@code MOVED 3999 127.0.0.1:6381}, or {@code ASK} while the key is being moved.
 *
 * @param asking whether only this call is to go there, and has to say so
 */
record Redirect(Node to, boolean asking) {
    private static final Pattern TEXT = Pattern.compile("(MOVED|ASK) \\d+ (\\S*):(\\d+)");

    /** An empty host is that of the server that has answered. */
    static Optional<Redirect> of(Throwable failure, Node from) {
        return Failures.error(failure)
                .map(TEXT::matcher)
                .filter(text -> text.lookingAt())
                .map(text -> {
                    var host = text.group(2).isEmpty() ? from.host() : text.group(2);
                    return new Redirect(
                            new Node(host, Integer.parseInt(text.group(3))),
                            text.group(1).equals("ASK"));
                });
    }
}
