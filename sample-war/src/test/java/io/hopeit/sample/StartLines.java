package io.hopeit.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the library and the sample say while a server starts, without what is the server's: time, level and form of a line. */
final class StartLines {
    private static final String LAST = "list-somethings-unsecured?wildcard=";

    /** A line of {@code io.hopeit}: by Helidon in hopeit's form, by Open Liberty in its own. */
    private static final Pattern LOGGED = Pattern.compile("(?:.*\\[io\\.hopeit] |\\[[A-Z]+ *] )(.*)");

    /** The server's own lines, most of which have a code, and those of runs. */
    private static final Pattern OTHERS = Pattern.compile(
            "[A-Z]{4,5}\\d{4}[A-Z]:.*|Successfully loaded default keystore.*|.* \\| (START|DONE|IGNORED|FAILED)\\b.*");

    private StartLines() {}

    static boolean isReady(SampleServer server) throws IOException {
        return server.logged().stream().anyMatch(line -> line.contains(LAST));
    }

    static List<String> of(SampleServer server) throws IOException {
        var said = new ArrayList<String>();
        boolean isWelcome = false;
        for (String line : server.logged()) {
            isWelcome |= line.startsWith("Ready at ");
            said(line, isWelcome).map(text -> plain(text, server)).ifPresent(said::add);
            isWelcome &= !line.contains(LAST);
        }
        return said;
    }

    private static Optional<String> said(String line, boolean isWelcome) {
        if (isWelcome || line.startsWith("Redis: ")) {
            return Optional.of(line);
        }
        var logged = LOGGED.matcher(line);
        return logged.matches() && !OTHERS.matcher(logged.group(1)).matches()
                ? Optional.of(logged.group(1))
                : Optional.empty();
    }

    private static String plain(String text, SampleServer server) {
        return text.replace(server.url(), "<url>").replaceAll("redis://[\\w.]+:\\d+", "<redis>");
    }
}
