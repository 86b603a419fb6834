package io.hopeit.streams;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.engine.EngineListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to the messages of one event, and logs what somebody may have to look into. Thread-safe. */
final class ConsumerStats implements EngineListener {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");

    private final EventDefinition event;
    private final Trigger.Read read;
    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Complaints complaints = new Complaints();

    ConsumerStats(EventDefinition event, Trigger.Read read) {
        this.event = event;
        this.read = read;
        for (Count count : Count.values()) {
            counts.put(count, new LongAdder());
        }
    }

    Trigger.Read read() {
        return read;
    }

    EventDefinition event() {
        return event;
    }

    /** How often something has happened, since the application was started. */
    long times(Count what) {
        return counts.getOrDefault(what, new LongAdder()).sum();
    }

    @Override
    public void count(Count what, long times) {
        counts.getOrDefault(what, new LongAdder()).add(times);
        if (what == Count.READ) {
            complaints.isWell();
        }
    }

    @Override
    public void happened(Count what, String key, String id, String detail) {
        LOG.log(Level.WARNING, () -> "%s: %s %s %s%s: %s"
                .formatted(
                        event.name(),
                        key,
                        id,
                        what.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        what == Count.LEASE_LOST ? " (lease_lost)" : "",
                        LogText.clean(detail)));
    }

    @Override
    public void failed(String what, Throwable failure) {
        complaints.complain(event.name() + " cannot " + what + " and tries again: ", failure);
    }

    /** For the management. */
    Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        counts.forEach((count, times) -> details.put(camel(count), times.sum()));
        return details;
    }

    private static String camel(Count count) {
        var words = count.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return name.toString();
    }
}
