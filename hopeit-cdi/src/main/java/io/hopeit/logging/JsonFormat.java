package io.hopeit.logging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object: ts, level, app, version, event, host, pid, msg, extras, track and, for an error, its trace. */
record JsonFormat() implements LogFormat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @Override
    public String format(Instant time, String level, LogEntry entry) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("ts", TIME.format(time));
        object.put("level", level);
        object.put("app", entry.source().app().name());
        object.put("version", entry.source().app().version());
        object.put("event", entry.source().event());
        object.put("host", ThisProcess.HOST);
        object.put("pid", ThisProcess.PID);
        object.put("msg", entry.message());
        object.put("extras", plain(entry.extras()));
        object.put("track", plain(entry.trackIds().values()));
        if (entry.thrown() != null) {
            object.put("trace", Trace.lines(entry.thrown()));
        }
        return JsonText.of(object);
    }

    private static Map<String, @Nullable Object> plain(Map<String, ? extends @Nullable Object> fields) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((key, value) -> plain.put(key, Value.of(key, value).plain()));
        return plain;
    }
}
