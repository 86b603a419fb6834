package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Trim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The entries of one stream and its groups, as Redis keeps them. Guarded by the broker's lock. */
final class MemoryStream {
    private final String key;
    private final TreeMap<EntryId, Map<String, byte[]>> entries = new TreeMap<>();
    private final Map<String, MemoryGroup> groups = new LinkedHashMap<>();
    private EntryId last = EntryId.ZERO;

    MemoryStream(String key) {
        this.key = key;
    }

    String append(Map<String, byte[]> fields, long now) {
        last = last.next(now);
        entries.put(last, fields);
        return last.toString();
    }

    void trim(Trim trim, long now) {
        while (trim.maxLength() > 0 && entries.size() > trim.maxLength() && isFree(trim)) {
            entries.pollFirstEntry();
        }
        while (!trim.maxAge().isZero() && isOlder(now - trim.maxAge().toMillis()) && isFree(trim)) {
            entries.pollFirstEntry();
        }
        while (trim.acknowledged() && !entries.isEmpty() && isDone()) {
            entries.pollFirstEntry();
        }
    }

    private boolean isOlder(long millis) {
        return !entries.isEmpty() && entries.firstKey().millis() < millis;
    }

    /** Whether the first entry may go. */
    private boolean isFree(Trim trim) {
        return trim.unread() || isDone();
    }

    /** Whether there are groups, and each has acknowledged the first entry. */
    private boolean isDone() {
        return !groups.isEmpty() && groups.values().stream().allMatch(group -> group.isDone(entries.firstKey()));
    }

    /** A group, created if it does not exist. */
    MemoryGroup group(String name, boolean fromNow) {
        return groups.computeIfAbsent(name, n -> new MemoryGroup(this, fromNow ? last : EntryId.ZERO));
    }

    Optional<MemoryGroup> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    boolean has(EntryId id) {
        return entries.containsKey(id);
    }

    Optional<Entry> entry(EntryId id, long deliveries) {
        return Optional.ofNullable(entries.get(id)).map(fields -> new Entry(key, id.toString(), fields, deliveries));
    }

    NavigableMap<EntryId, Map<String, byte[]>> after(EntryId id) {
        return entries.tailMap(id, false);
    }

    List<EntryId> ids() {
        return List.copyOf(entries.keySet());
    }

    boolean delete(EntryId id) {
        return entries.remove(id) != null;
    }

    int length() {
        return entries.size();
    }
}
