package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Entry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The entries of one stream and its groups. Guarded by the broker's lock. */
final class MemoryStream {
    private final String key;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private long appended;

    MemoryStream(String key) {
        this.key = key;
    }

    String append(Map<String, byte[]> fields, long maxLength) {
        var id = System.currentTimeMillis() + "-" + ++appended;
        entries.put(appended, new Entry(key, id, fields));
        while (maxLength > 0 && entries.size() > maxLength) {
            entries.pollFirstEntry();
        }
        return id;
    }

    Group group(String name) {
        return groups.computeIfAbsent(name, n -> new Group());
    }

    /** How far a group has read, and what it has not acknowledged. */
    final class Group {
        private final Set<String> pending = new LinkedHashSet<>();
        private long position;

        List<Entry> next(int count) {
            var unread = entries.tailMap(position, false).entrySet().stream()
                    .limit(count)
                    .toList();
            unread.forEach(entry -> pending.add(entry.getValue().id()));
            if (!unread.isEmpty()) {
                position = unread.getLast().getKey();
            }
            return unread.stream().map(Map.Entry::getValue).toList();
        }

        long ack(List<String> ids) {
            return ids.stream().filter(pending::remove).count();
        }

        List<String> pending() {
            return List.copyOf(pending);
        }
    }
}
