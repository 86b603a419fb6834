package io.hopeit.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of a {@link KeyGroup}. Of their prefixes, the first with a value wins. A wrong value is noted as a
 * problem, and the default taken.
 */
public final class Section {
    private final Values values;
    private final @Nullable KeyGroup group;
    private final List<String> prefixes;

    Section(Values values, @Nullable KeyGroup group, List<String> prefixes) {
        this.values = values;
        this.group = group;
        this.prefixes = prefixes;
    }

    private record Found(String key, String text) {}

    /** The value, or its default. */
    public <T> T get(Key<T> key) {
        return get(key, key.otherwise());
    }

    /** The value, or a default that is only known now. */
    public <T> T get(Key<T> key, T otherwise) {
        return find(key).map(found -> parse(key, found, otherwise)).orElse(otherwise);
    }

    private <T> T parse(Key<T> key, Found found, T otherwise) {
        return key.kind().parse().apply(found.text()).orElseGet(() -> {
            var value = key.kind().secret() ? "" : "\"" + found.text() + "\" ";
            values.problem("%s: %sis not %s.%s", found.key(), value, key.kind().expected(), values.origin(found.key()));
            return otherwise;
        });
    }

    /** Whether there is a value, right or wrong. */
    boolean has(Key<?> key) {
        return find(key).isPresent();
    }

    private Optional<Found> find(Key<?> key) {
        if (group != null) {
            group.check(key);
        }
        return prefixes.stream()
                .map(prefix -> prefix + "." + key.name())
                // all are asked, so that all are known
                .map(name -> values.text(name).map(text -> new Found(name, text)))
                .toList()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Notes that something is wrong with the value of a key; the text says what is and what to do, and no secret. */
    public void problem(Key<?> key, String text) {
        problem(key.name(), text);
    }

    /** The same, for a key by its name. */
    public void problem(String leaf, String text) {
        values.problem("%s.%s: %s", prefixes.getFirst(), leaf, text);
    }

    // what follows is for sections without a declared group

    /** The text as it is, without space around it. */
    public Optional<String> optionalText(String leaf) {
        return get(Key.optional(leaf, Kind.text(), ""));
    }

    /** Any texts, separated by commas; none when there is no value. */
    public List<String> texts(String leaf) {
        return get(new Key<>(leaf, Kind.texts(), List.of(), ""));
    }

    /** A duration above zero and up to {@code max}, in ISO-8601. */
    public Duration duration(String leaf, Duration otherwise, Duration max) {
        return get(new Key<>(leaf, Kind.duration(max), otherwise, ""));
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String leaf, boolean otherwise) {
        return get(new Key<>(leaf, Kind.flag(), otherwise, ""));
    }

    /** One of the constants, by its wire name. */
    public <E extends Enum<E> & WireName> E choice(String leaf, Class<E> choices, E otherwise) {
        return get(new Key<>(leaf, Kind.choice(choices), otherwise, ""));
    }

    /**
     * The names for which there is a key {@code <prefix>.<name>.<leaf>} with one of these leaves; a name may have dots. One
     * that is only in environment variables is not found, as they do not keep its spelling.
     */
    public Set<String> namesWith(Set<String> leaves) {
        var keys = leaves.stream()
                .<Key<?>>map(leaf -> Key.optional(leaf, Kind.text(), ""))
                .toList();
        return prefixes.stream()
                .map(prefix -> new KeyGroup("", "", List.of(prefix + ".<name>"), keys))
                .flatMap(names -> values.names(names).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
