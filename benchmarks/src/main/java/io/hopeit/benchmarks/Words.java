package io.hopeit.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names and values in one line, {@code name=value name=value}; no value has a space. */
final class Words {
    private Words() {}

    static String line(Map<String, ?> values) {
        return new TreeMap<String, Object>(values)
                .entrySet().stream()
                        .map(word -> word.getKey() + "=" + word.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** The value that has to be there. */
    static <T> T value(Map<String, T> values, String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + name + " in " + values);
        }
        return value;
    }

    static Map<String, String> of(String line) {
        var words = new TreeMap<String, String>();
        for (String word : line.strip().split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }
}
