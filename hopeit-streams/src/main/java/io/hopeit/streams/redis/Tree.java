package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

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

    static long number(Object element) {
        return (Long) element;
    }

    /** Of a list with one number. */
    static long only(List<Object> list) {
        return number(list.getFirst());
    }
}
