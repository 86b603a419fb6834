package io.hopeit;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few texts by name, in order, that never change. Each message brings and makes some of them, and with so few it is
 * quickest to look through them all.
 */
final class OrderedIds extends AbstractMap<String, String> {
    /** Names and values by turns. */
    private final String[] pairs;

    /** The array is kept, so it must not change any more; no name is in it twice. */
    OrderedIds(String[] pairs) {
        this.pairs = pairs;
    }

    static OrderedIds copyOf(Map<String, String> values) {
        var pairs = new String[2 * values.size()];
        int i = 0;
        for (Map.Entry<String, String> each : values.entrySet()) {
            pairs[i++] = Objects.requireNonNull(each.getKey());
            pairs[i++] = Objects.requireNonNull(each.getValue());
        }
        return new OrderedIds(pairs);
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return OrderedIds.this.size();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, String>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < pairs.length;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var entry = Map.entry(pairs[next], pairs[next + 1]);
            next += 2;
            return entry;
        }
    }
}
