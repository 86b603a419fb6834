package io.hopeit.streams.redis;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of an entry in two lists: smaller and faster than a hash map while they are few. */
final class Fields extends AbstractMap<String, byte[]> {
    private static final int FEW = 32;

    private final List<String> names;
    private final List<byte[]> values;

    private Fields(List<String> names, List<byte[]> values) {
        this.names = names;
        this.values = values;
    }

    /** Of names and values at the same places; of a name that is there twice, the last value. */
    static Map<String, byte[]> of(List<String> names, List<byte[]> values) {
        return names.size() <= FEW && areDistinct(names) ? new Fields(names, values) : hashed(names, values);
    }

    private static boolean areDistinct(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, byte[]> hashed(List<String> names, List<byte[]> values) {
        var map = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }

    /** Of a list in which each name is followed by its value. */
    static Map<String, byte[]> of(List<Object> flat) {
        var names = new ArrayList<String>(flat.size() / 2);
        var values = new ArrayList<byte[]>(flat.size() / 2);
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            names.add(Tree.text(flat.get(i)));
            values.add((byte[]) flat.get(i + 1));
        }
        return of(names, values);
    }

    @Override
    public byte @Nullable [] get(@Nullable Object name) {
        int place = names.indexOf(name);
        return place < 0 ? null : values.get(place);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return names.contains(name);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public Set<Map.Entry<String, byte[]>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.size();
            }

            @Override
            public Iterator<Map.Entry<String, byte[]>> iterator() {
                return new Each();
            }
        };
    }

    private final class Each implements Iterator<Map.Entry<String, byte[]>> {
        private int place;

        @Override
        public boolean hasNext() {
            return place < names.size();
        }

        @Override
        public Map.Entry<String, byte[]> next() {
            var entry = Map.entry(names.get(place), values.get(place));
            place++;
            return entry;
        }
    }
}
