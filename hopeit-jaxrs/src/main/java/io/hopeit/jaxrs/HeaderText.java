package io.hopeit.jaxrs;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in the headers of a response. */
final class HeaderText {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");
    private static final Set<String> SERVERS =
            Set.of("content-length", "transfer-encoding", "connection", "set-cookie");

    private HeaderText() {}

    static void checkHeader(String name, String value) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("not the name of a header");
        }
        if (SERVERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    name + " is not set as a header: the server or a method of its own does");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the value of %s has line breaks, control characters or some that are not Latin-1: encode it"
                            .formatted(name));
        }
    }

    /** Whether it may be a name, of a header or of a cookie. */
    static boolean isToken(String name) {
        return NAME.matcher(name).matches();
    }
}
