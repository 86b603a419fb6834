package io.hopeit.streams.engine;

import io.hopeit.streams.spi.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that belongs to this consumer and has not ended. Guarded by the engine. */
final class InFlight {
    private final Map<String, Map<String, Delivery>> byKey = new HashMap<>();
    private int count;
    private long bytes;
    private long largest = 1;

    /** Notes one; false when that entry is there already. */
    boolean add(Delivery delivery) {
        var entry = delivery.entry();
        var ofKey = byKey.computeIfAbsent(entry.key(), key -> new HashMap<>());
        if (ofKey.putIfAbsent(entry.id(), delivery) != null) {
            return false;
        }
        count++;
        bytes += delivery.size();
        largest = Math.max(largest, delivery.size());
        return true;
    }

    void remove(Delivery delivery) {
        Entry entry = delivery.entry();
        var ofKey = byKey.get(entry.key());
        if (ofKey != null && ofKey.remove(entry.id(), delivery)) {
            count--;
            bytes -= delivery.size();
        }
    }

    @Nullable
    Delivery find(String key, String id) {
        var ofKey = byKey.get(key);
        return ofKey == null ? null : ofKey.get(id);
    }

    /** Those of one stream. */
    List<Delivery> of(String key) {
        return List.copyOf(byKey.getOrDefault(key, Map.of()).values());
    }

    List<Delivery> all() {
        var all = new ArrayList<Delivery>(count);
        byKey.values().forEach(ofKey -> all.addAll(ofKey.values()));
        return all;
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** Bytes of the largest one that there has ever been. */
    long largest() {
        return largest;
    }
}
