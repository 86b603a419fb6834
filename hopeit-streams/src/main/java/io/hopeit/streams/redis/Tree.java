package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.spi.Fields;
import java.util.List;
import java.util.Map;

/** Reads what scripts answer. */
final class Tree {
    private Tree() {}

    @SuppressWarnings("unchecked") // that is what it is made of
    static List<Object> list(Object element) {
        return (List<Object>) element;
    }

    static String text(Object element) {
        return new String((byte[]) element, UTF_8);
    }

    static List<String> texts(Object list) {
        return list(list).stream().map(Tree::text).toList();
    }

    /** Of a list in which each name is followed by its value. */
    static Map<String, byte[]> fields(Object list) {
        var flat = list(list);
        var names = new String[flat.size() / 2];
        var values = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = text(flat.get(2 * i));
            values[i] = (byte[]) flat.get(2 * i + 1);
        }
        return Fields.of(Fields.areDistinct(names), names, values);
    }

    static long number(Object element) {
        return (Long) element;
    }

    /** Of a list with one number. */
    static long only(List<Object> list) {
        return number(list.getFirst());
    }
}
