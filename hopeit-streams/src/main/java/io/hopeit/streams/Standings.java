package io.hopeit.streams;

import io.hopeit.streams.spi.GroupStats;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the group of one event stands in each stream that it reads, as far as the broker has told lately. Thread-safe. */
final class Standings {
    /** What has not been told for longer is not known any more: a number that stands still would look like a calm. */
    private static final long FRESH_NANOS = 60_000_000_000L;

    private record Told(GroupStats stats, long at) {}

    private final Map<String, Told> byKey = new ConcurrentHashMap<>();

    void told(String key, GroupStats stats) {
        byKey.put(key, new Told(stats, System.nanoTime()));
    }

    Optional<GroupStats> of(String key) {
        return Optional.ofNullable(byKey.get(key))
                .filter(told -> System.nanoTime() - told.at() < FRESH_NANOS)
                .map(Told::stats);
    }
}
