package io.hopeit.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a contender is to do in one round.
 *
 * @param port of the server
 * @param key the stream that is read or written
 * @param group the group of the contender in that stream
 * @param count how many messages
 * @param options whatever else the work needs
 */
record Task(int port, String key, String group, int count, Map<String, String> options) {
    private static final String WARM = "warm.";
    private static final String WARMS_UP = "warms-up";

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    int number(String option) {
        return Integer.parseInt(Words.value(options, option));
    }

    int number(String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault(option, "" + otherwise));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** The same to warm up, or to be measured. While it warms up, {@code warm.rate} is {@code rate}. */
    Task during(boolean isWarmUp) {
        var all = new HashMap<String, String>();
        options.forEach((name, value) -> {
            if (!name.startsWith(WARM)) {
                all.put(name, value);
            }
        });
        if (isWarmUp) {
            all.put(WARMS_UP, "true");
            options.forEach((name, value) -> {
                if (name.startsWith(WARM)) {
                    all.put(name.substring(WARM.length()), value);
                }
            });
        }
        return new Task(port, key, group, count, all);
    }

    boolean isWarmUp() {
        return has(WARMS_UP);
    }

    /** Whether it takes all that is in the stream; else what follows is worked on, too. */
    boolean isAll() {
        return Double.parseDouble(options.getOrDefault("share", "1")) == 1;
    }

    String text(String option) {
        return options.getOrDefault(option, "");
    }

    /** In one line. */
    String line() {
        var all = new TreeMap<>(options);
        all.putAll(Map.of("port", "" + port, "key", key, "group", group, "count", "" + count));
        return Words.line(all);
    }

    static Task of(String line) {
        var all = new HashMap<>(Words.of(line));
        return new Task(
                Integer.parseInt(Words.value(all, "port")),
                Words.value(all, "key"),
                Words.value(all, "group"),
                Integer.parseInt(Words.value(all, "count")),
                all);
    }
}
