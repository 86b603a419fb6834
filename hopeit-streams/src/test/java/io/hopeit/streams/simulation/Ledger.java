package io.hopeit.streams.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has really happened to each message, whatever anybody believes. */
final class Ledger {
    private final Map<String, Long> published = new LinkedHashMap<>();
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, Integer> processed = new HashMap<>();
    private final Map<String, Set<String>> running = new HashMap<>();
    private final Map<String, Object> lines = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    void published(String message, Object line, long at) {
        lines.put(message, line);
        published.put(message, at);
    }

    /** The server has forgotten those that came after that. */
    void forgottenSince(long at) {
        published.values().removeIf(time -> time > at);
    }

    /** The server has deleted entries of a stream, whether or not they were done. */
    void trimmed(String key) {
        published.keySet().removeIf(message -> String.valueOf(lines.get(message))
                .startsWith(key));
    }

    void begins(String message, String consumer, boolean isExclusive) {
        begun.merge(message, 1, Integer::sum);
        var by = running.computeIfAbsent(message, m -> new HashSet<>());
        if (isExclusive && !by.isEmpty()) {
            violations.add(message + " runs on " + consumer + " while it runs on " + by);
        }
        by.add(consumer);
    }

    void ends(String message, String consumer) {
        running.getOrDefault(message, Set.of()).remove(consumer);
    }

    void processed(String message) {
        if (processed.merge(message, 1, Integer::sum) == 1) {
            order.add(message);
        }
    }

    void died(String consumer) {
        running.values().forEach(by -> by.remove(consumer));
    }

    void violated(String what) {
        violations.add(what);
    }

    int begun(String message) {
        return begun.getOrDefault(message, 0);
    }

    Set<String> published() {
        return published.keySet();
    }

    int processedTimes(String message) {
        return processed.getOrDefault(message, 0);
    }

    /** Messages of one stream and line that were done after a later one. */
    List<String> disorder() {
        var latest = new HashMap<Object, Integer>();
        var disorder = new ArrayList<String>();
        for (String message : order) {
            var line = lines.get(message);
            int number = Integer.parseInt(message.substring(1));
            if (latest.merge(line, number, Math::max) > number) {
                disorder.add(message + " is done after a later one of its line");
            }
        }
        return disorder;
    }

    List<String> violations() {
        return violations;
    }
}
