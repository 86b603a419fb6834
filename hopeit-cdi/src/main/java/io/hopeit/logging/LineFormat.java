package io.hopeit.logging;

import static io.hopeit.logging.PercentEncoding.all;
import static io.hopeit.logging.PercentEncoding.field;
import static io.hopeit.logging.PercentEncoding.message;
import static io.hopeit.logging.PercentEncoding.word;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** hopeit's line: {@code time | LEVEL | app version event host pid | message | key=value | key=value}. */
record LineFormat() implements LogFormat {
    private static final String BORDER = " | ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS").withZone(ZoneOffset.UTC);

    @Override
    public String format(Instant time, String level, LogEntry entry) {
        return TIME.format(time) + BORDER + level + BORDER + text(entry);
    }

    /** The line from the application's name on. */
    static String text(LogEntry entry) {
        var text = head(entry.source()).append(BORDER).append(message(entry.message()));
        entry.extras().forEach((key, value) -> append(text, key, value));
        entry.trackIds().values().forEach((key, value) -> append(text, key, value));
        if (entry.thrown() != null) {
            text.append(BORDER).append("trace=").append(all(JsonText.of(Trace.lines(entry.thrown()))));
        }
        return text.toString();
    }

    private static StringBuilder head(Source source) {
        return new StringBuilder(256)
                .append(word(source.app().name()))
                .append(' ')
                .append(word(source.app().version()))
                .append(' ')
                .append(word(source.event()))
                .append(' ')
                .append(word(ThisProcess.HOST))
                .append(' ')
                .append(ThisProcess.PID);
    }

    private static void append(StringBuilder text, String key, @Nullable Object value) {
        text.append(BORDER)
                .append(field(key))
                .append('=')
                .append(field(Value.of(key, value).text()));
    }
}
