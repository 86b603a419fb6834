package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers of ids, in the order in which they are first seen: each broker gives ids of its own. */
final class Names {
    private static final String UNKNOWN = "1-1";

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> lost = new HashSet<>();

    int number(String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
        return ids.indexOf(id);
    }

    List<Integer> numbers(Iterable<String> some) {
        var numbers = new ArrayList<Integer>();
        some.forEach(id -> numbers.add(number(id)));
        return numbers;
    }

    /** Sorted, of those that the stream has not lost. */
    List<Integer> kept(Iterable<String> some) {
        var kept = new ArrayList<String>();
        some.forEach(kept::add);
        kept.removeAll(lost);
        return numbers(kept).stream().sorted().toList();
    }

    /** Those that these numbers mean, each once. */
    List<String> ids(List<Integer> numbers) {
        return numbers.stream().map(this::id).distinct().toList();
    }

    String id(int number) {
        return ids.isEmpty() ? UNKNOWN : ids.get(number % ids.size());
    }

    void seen(Entry entry) {
        entries.put(entry.id(), entry);
    }

    Entry entry(String key, String id) {
        return entries.getOrDefault(id, new Entry(key, id, Map.of()));
    }

    void lose(String id) {
        lost.add(id);
    }

    boolean isLost(String id) {
        return lost.contains(id);
    }

    /** How far answers may differ, as nobody says when what is lost ceases to be pending. */
    int slack() {
        return lost.size();
    }
}
