package io.hopeit.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be at a place of hopeit.engine's configuration: a member, or further places by their names. */
final class Shape {
    /** The whole of it. */
    static final Shape ROOT = root();

    private final Map<String, Shape> named = new LinkedHashMap<>();
    private @Nullable Shape any;
    private @Nullable Member member;

    private static Shape root() {
        var root = new Shape();
        Members.ALL.forEach(root::add);
        return root;
    }

    private void add(Member added) {
        var place = this;
        for (var part : added.path().split("\\.", -1)) {
            place = place.make(part);
        }
        place.member = added;
    }

    private Shape make(String part) {
        if (!part.startsWith("<")) {
            return named.computeIfAbsent(part, p -> new Shape());
        }
        if (any == null) {
            any = new Shape();
        }
        return any;
    }

    /** The place with this name; a name of the format comes before one that the file gives. */
    Optional<Shape> at(String name) {
        return Optional.ofNullable(named.getOrDefault(name, any));
    }

    Optional<Member> member() {
        return Optional.ofNullable(member);
    }

    Stream<String> names() {
        return named.keySet().stream();
    }
}
