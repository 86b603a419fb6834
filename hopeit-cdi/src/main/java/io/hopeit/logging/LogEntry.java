package io.hopeit.logging;

import io.hopeit.TrackIds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one line says, but for its time and level.
 *
 * @param message {@code START}, {@code DONE}, {@code FAILED}, {@code IGNORED} or free text
 * @param extras in order, by full name: {@code metrics.duration}
 * @param thrown the error that it is about
 */
record LogEntry(
        Source source,
        String message,
        Map<String, @Nullable Object> extras,
        TrackIds trackIds,
        @Nullable Throwable thrown) {
    /** For records whose one argument is an entry. */
    static final String FORMAT = "{0}";

    static final TrackIds NO_IDS = new TrackIds(Map.of());

    LogEntry {
        message = Secrets.withoutUserInfo(String.valueOf(message)); // that of an exception may be null
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
        trackIds = present(trackIds);
    }

    /** Those that a request has not sent tell nothing. */
    private static TrackIds present(TrackIds ids) {
        var present = new LinkedHashMap<>(ids.values());
        present.values().removeIf(String::isEmpty);
        return new TrackIds(present);
    }

    @Override
    public String toString() {
        return LineFormat.text(this);
    }
}
