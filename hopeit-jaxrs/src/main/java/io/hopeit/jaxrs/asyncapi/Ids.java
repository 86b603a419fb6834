package io.hopeit.jaxrs.asyncapi;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for the parts of a document, each taken once; who comes first has the shortest. Not thread-safe. */
final class Ids {
    private final Map<Object, String> known = new HashMap<>();

    /** That of a thing: {@code wanted}, or else {@code longer}. */
    String of(Object thing, String wanted, String longer) {
        return known.computeIfAbsent(thing, t -> free(plain(wanted), plain(longer)));
    }

    private String free(String wanted, String longer) {
        return Stream.concat(
                        Stream.of(wanted, longer),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> longer + "-" + n))
                .filter(id -> !known.containsValue(id))
                .findFirst()
                .orElseThrow();
    }

    /** With nothing that a component's name or a reference to it cannot have. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-|-$", "");
    }
}
