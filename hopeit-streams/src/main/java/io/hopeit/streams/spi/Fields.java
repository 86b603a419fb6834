package io.hopeit.streams.spi;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an entry in two arrays: smaller and faster than a hash map while they are few. It does not change.
 *
 * {@snippet :
 * Map<String, byte[]> fields(byte[] payload) {
 *     return Fields.of(true, new String[] {"type", "payload"}, new byte[][] {{'j'}, payload});
 * }
 * }
 *
 * @hidden brokers of others have no need of it
 */
public final class Fields extends AbstractMap<String, byte[]> {
    private static final int FEW = 32;

    private final String[] names;
    private final byte[][] values;

    private Fields(String[] names, byte[][] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Of names and values at the same places; of a name that is there twice, the last value.
     *
     * @param areDistinct whether no name is there twice
     * @param names of fields; entries can share it, nobody is to change it afterwards
     * @param values as many
     */
    public static Map<String, byte[]> of(boolean areDistinct, String[] names, byte[][] values) {
        if (areDistinct && names.length <= FEW) {
            return new Fields(names, values);
        }
        var map = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values[i]);
        }
        return map;
    }

    /** Whether no name is there twice. */
    public static boolean areDistinct(String... names) {
        return Set.copyOf(List.of(names)).size() == names.length;
    }

    private int place(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public byte @Nullable [] get(@Nullable Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return place(name) >= 0;
    }

    @Override
    public int size() {
        return names.length;
    }

    /** Bytes of all, names included. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < names.length; i++) {
            bytes += names[i].length() + values[i].length;
        }
        return bytes;
    }

    /** Without an entry object for each. */
    @Override
    public void forEach(BiConsumer<? super String, ? super byte[]> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, byte[]>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
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
            return place < names.length;
        }

        @Override
        public Map.Entry<String, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var entry = Map.entry(names[place], values[place]);
            place++;
            return entry;
        }
    }
}
