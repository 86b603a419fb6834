package io.hopeit.streams;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.engine.EngineListener;
import io.hopeit.streams.spi.GroupStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is known of the consumer of one event, over all its starts: it counts what happens to messages, keeps how the group
 * stands, and logs what somebody may have to look into. Thread-safe.
 */
final class ConsumerStats implements EngineListener {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");

    private final EventDefinition event;
    private final Trigger.Read read;
    private final StreamListener listener;
    private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
    private final Map<String, Complaints> complaints = new ConcurrentHashMap<>();
    private final Standings standings = new Standings();
    private volatile boolean joined;

    ConsumerStats(EventDefinition event, Trigger.Read read, StreamListener listener) {
        this.event = event;
        this.read = read;
        this.listener = listener;
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

    /** The streams, each once. */
    List<String> keys() {
        return read.keys().stream().distinct().toList();
    }

    Standings standings() {
        return standings;
    }

    /** Another start: it may complain about what an earlier one has complained about. */
    void begin() {
        complaints.values().forEach(Complaints::forget);
    }

    /** Its group exists in each stream, as far as it can tell. */
    void join() {
        joined = true;
    }

    /** Whether its group has existed in each stream, or the broker knows of it by now. */
    boolean hasJoined() {
        return joined || keys().stream().allMatch(this::isKnown);
    }

    private boolean isKnown(String key) {
        return !standings.of(key).orElse(GroupStats.NONE).equals(GroupStats.NONE);
    }

    /** How often something has happened, since the application was started. */
    long times(Count what) {
        return counts.getOrDefault(what, new LongAdder()).sum();
    }

    @Override
    public void count(Count what, long times) {
        counts.getOrDefault(what, new LongAdder()).add(times);
        listener.counted(this, what, times);
    }

    @Override
    public void happened(Count what, String key, String id, String detail) {
        LOG.log(Level.WARNING, () -> "%s: %s%s %s%s: %s"
                .formatted(
                        event.name(),
                        key,
                        id.isEmpty() ? "" : " " + id,
                        words(what),
                        what == Count.LEASE_LOST ? " (lease_lost)" : "",
                        LogText.clean(detail)));
    }

    private static String words(Count what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void failed(String what, Throwable failure) {
        complaints
                .computeIfAbsent(what, w -> new Complaints())
                .complain(event.name() + " cannot " + what + " and tries again: ", failure);
    }

    @Override
    public void recovered(String what) {
        complaints.computeIfAbsent(what, w -> new Complaints()).isWell(event.name() + " can " + what);
    }

    /** For the management: by stream what is known of the group, and what has been counted. */
    Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        var streams = new LinkedHashMap<String, Object>();
        keys().forEach(key -> standings.of(key).ifPresent(stats -> streams.put(key, details(stats))));
        details.put("streams", streams);
        var counted = new LinkedHashMap<String, Object>();
        counts.forEach((count, times) -> counted.put(camel(count), times.sum()));
        details.put("counts", counted);
        return details;
    }

    private static Map<String, Object> details(GroupStats stats) {
        var details = new LinkedHashMap<String, Object>();
        details.put("length", stats.length());
        if (stats.lag() >= 0) {
            details.put("lag", stats.lag());
        }
        details.put("pending", stats.pending());
        details.put("oldestPendingAgeSeconds", stats.oldestPending().toMillis() / 1000.0);
        details.put("retries", stats.retries());
        details.put("deadLetters", stats.deadLetters());
        details.put("consumers", stats.consumers());
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
