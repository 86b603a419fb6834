package io.hopeit.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One key, said once: how it is read and what the reference tells about it.
 *
 * {@snippet :
 * static final Key<Boolean> EAGER = new Key<>("eager", Kind.flag(), false, "whether it begins at once");
 * static final Key<Optional<String>> SENDER = Key.optional("sender", Kind.name(), "who is said to send");
 * }
 *
 * @param name what follows the prefixes of its {@link KeyGroup}
 * @param kind what its value may be
 * @param otherwise its default
 * @param meaning what it does, in a line of Markdown without a full stop
 */
public record Key<T>(String name, Kind<T> kind, T otherwise, String meaning) {
    /** Of two keys in one group no two have the same. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** A key without a default. */
    public static <T> Key<Optional<T>> optional(String name, Kind<T> kind, String meaning) {
        return new Key<>(name, kind.optional(), Optional.empty(), meaning);
    }

    /** The default as it would be written as a value; empty when there is none. */
    String writtenDefault() {
        return switch (otherwise) {
            case Optional<?> none when none.isEmpty() -> "";
            case List<?> list -> list.stream().map(Key::written).collect(Collectors.joining(","));
            default -> written(otherwise);
        };
    }

    private static String written(Object value) {
        return switch (value) {
            case WireName choice -> choice.wireName();
            case URI uri -> uri.toASCIIString();
            default -> value.toString();
        };
    }
}
