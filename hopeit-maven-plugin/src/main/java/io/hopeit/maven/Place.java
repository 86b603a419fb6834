package io.hopeit.maven;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where in a document something is.
 *
 * @param keys from the root to it
 * @param word whether the last of them is a word of OpenAPI or AsyncAPI, not a name that somebody chose
 */
record Place(List<String> keys, boolean word) {
    static final Place ROOT = new Place(List.of(), true);

    private static final Set<String> MAPS = Set.of(
            "$defs",
            "callbacks",
            "channels",
            "content",
            "correlationIds",
            "encoding",
            "headers",
            "links",
            "mapping",
            "messages",
            "operations",
            "parameters",
            "pathItems",
            "paths",
            "patternProperties",
            "properties",
            "requestBodies",
            "responses",
            "schemas",
            "scopes",
            "securitySchemes",
            "servers",
            "variables",
            "webhooks");
    private static final Set<String> SETS = Set.of("enum", "required", "tags", "type");
    private static final Set<String> EMPTY_WHEN_ABSENT = Set.of("components", "required", "tags");
    private static final Set<String> VALUES = Set.of("const", "default", "example", "examples");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** The last one; empty at the root. */
    String key() {
        return keys.isEmpty() ? "" : keys.get(keys.size() - 1);
    }

    /** Where the value of a key of the object here is. */
    Place child(String key) {
        return at(key, !isOneOf(MAPS));
    }

    /** Where an element of the array here is. */
    Place element(String name) {
        return at(name, false);
    }

    private Place at(String key, boolean isWord) {
        return new Place(Stream.concat(keys.stream(), Stream.of(key)).toList(), isWord);
    }

    /** Whether the order of the texts here has no meaning. */
    boolean isSet() {
        return isOneOf(SETS);
    }

    /** Whether here is a value of the application, of which everything matters. */
    boolean isValue() {
        return isOneOf(VALUES) || (word && key().startsWith("x-"));
    }

    /** Whether nothing here means the same as something empty. */
    boolean isEmptyWhenAbsent() {
        return isOneOf(MAPS) || isOneOf(EMPTY_WHEN_ABSENT) || isPath();
    }

    private boolean isOneOf(Set<String> words) {
        return word && words.contains(key());
    }

    private boolean isPath() {
        return keys.size() == 2 && keys.get(0).equals("paths");
    }

    /** For people: {@code paths /api/x GET: deprecated}. */
    @Override
    public String toString() {
        var first = keys.size() > 1 && keys.get(0).equals("components") ? 1 : 0;
        var words =
                IntStream.range(first, keys.size()).mapToObj(this::forPeople).toList();
        var last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(" ", words.subList(0, last)) + ": " + words.get(last);
    }

    private String forPeople(int depth) {
        var key = keys.get(depth);
        var isOperation = depth == 2 && keys.get(0).equals("paths") && METHODS.contains(key);
        return isOperation ? key.toUpperCase(Locale.ROOT) : key;
    }
}
