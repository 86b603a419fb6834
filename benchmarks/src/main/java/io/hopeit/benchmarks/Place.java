package io.hopeit.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where an entrant finds its messages.
 *
 * @param keys of the streams, which have as many each
 * @param groups of consumers in each of them; each gets all of it
 */
record Place(List<String> keys, List<String> groups) {
    static final String KEY = "bench.1x0.orders";
    static final String WRITTEN = "bench.1x0.published";

    static Place of(Scenario scenario, Entrant entrant) {
        var options = entrant.options();
        var usual = scenario.load(entrant).isRead() ? KEY : WRITTEN;
        var key = options.getOrDefault("key", options.getOrDefault("hopeit.stream.orders.key", usual));
        var group = options.getOrDefault("group", entrant.name().replaceAll("[^A-Za-z0-9]+", "-"));
        return new Place(many(key, options.getOrDefault("keys", "")), many(group, options.getOrDefault("groups", "")));
    }

    /** {@code .shard-*4} is that of {@code .shard-0} to {@code .shard-3}; nothing is the name itself. */
    private static List<String> many(String name, String ends) {
        int star = ends.indexOf('*');
        return star < 0
                ? List.of(name)
                : IntStream.range(0, Integer.parseInt(ends.substring(star + 1)))
                        .mapToObj(i -> name + ends.substring(0, star) + i)
                        .toList();
    }
}
