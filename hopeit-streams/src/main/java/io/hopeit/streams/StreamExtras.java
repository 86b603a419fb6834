package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.spi.Entry;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What logs say of the run of a message: where it came from, and how old it and its request were. */
final class StreamExtras {
    private StreamExtras() {}

    static Map<String, Object> of(EventDefinition event, Trigger.Read read, Entry entry, EventContext context) {
        var extras = new LinkedHashMap<String, Object>();
        extras.put("stream.app_key", event.app().key());
        extras.put("stream.event_name", event.name());
        extras.put("stream.name", entry.key());
        extras.put("stream.consumer_group", read.group());
        extras.put("stream.queue", context.queue());
        if (entry.deliveries() > 1) {
            extras.put("stream.deliveries", entry.deliveries());
        }
        age(submitted(entry), context).ifPresent(age -> extras.put("metrics.stream_age", age));
        context.trackIds()
                .get(TrackIds.REQUEST_TS)
                .flatMap(StreamExtras::time)
                .flatMap(time -> age(Optional.of(time), context))
                .ifPresent(age -> extras.put("metrics.request_elapsed", age));
        return extras;
    }

    /** The server's clock when it took the entry: the first part of its id. */
    private static Optional<Instant> submitted(Entry entry) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(entry.id().split("-", -1)[0])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> age(Optional<Instant> since, EventContext context) {
        return since.map(time -> Duration.between(time, context.startedAt()).toNanos() / 1e6);
    }
}
