package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.config.WireName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few names that a field of messages may have as value, and what they are of. They are found by their bytes: making
 * a text of them for each message would cost more than comparing.
 */
final class WireNames<T> {
    private final List<byte[]> names;
    private final List<T> values;

    private WireNames(Map<String, T> values) {
        this.names = values.keySet().stream().map(name -> name.getBytes(UTF_8)).toList();
        this.values = List.copyOf(values.values());
    }

    static <T> WireNames<T> of(Map<String, T> values) {
        return new WireNames<>(new LinkedHashMap<>(values));
    }

    static <E extends Enum<E> & WireName> WireNames<E> of(Class<E> choices) {
        var values = new LinkedHashMap<String, E>();
        for (E choice : choices.getEnumConstants()) {
            values.put(choice.wireName(), choice);
        }
        return new WireNames<>(values);
    }

    @Nullable
    T find(byte[] name) {
        for (int i = 0; i < names.size(); i++) {
            if (Arrays.equals(names.get(i), name)) {
                return values.get(i);
            }
        }
        return null;
    }
}
