package io.hopeit.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The values of one Config, with a record of what was asked for and of what was wrong. */
final class Values {
    /** Read by the launcher of the embedded Redis, before there is an application. */
    private static final String LAUNCHER = "hopeit.embedded-redis.";

    private final Config config;
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> problems = new LinkedHashSet<>();

    Values(Config config) {
        this.config = config;
    }

    Section section(String... prefixes) {
        return new Section(this, List.of(prefixes));
    }

    /** The raw text under {@code key}; an empty value counts as none, as MicroProfile Config says. */
    Optional<String> text(String key) {
        asked.add(key);
        try {
            return config.getOptionalValue(key, String.class).map(String::strip);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            problem("%s: %s", key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** What there is below a prefix, without the prefix and its dot. */
    Stream<String> keysBelow(String prefix) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith(prefix + "."))
                .map(key -> key.substring(prefix.length() + 1));
    }

    void problem(String text, Object... args) {
        problems.add(text.formatted(args));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> unknownKeys() {
        var variables = asked.stream().map(Values::variable).collect(Collectors.toSet());
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .distinct()
                .filter(name -> isUnknownKey(name, variables) || isUnknownVariable(name, variables))
                .sorted()
                .map(this::unknown)
                .toList();
    }

    private boolean isUnknownKey(String name, Set<String> variables) {
        return name.startsWith("hopeit.")
                && !name.startsWith(LAUNCHER)
                && !asked.contains(name)
                && !(isFromEnvironment(name) && variables.contains(variable(name)));
    }

    /** Some servers list an environment variable a second time, spelled as a property. */
    private static boolean isFromEnvironment(String name) {
        return System.getenv(variable(name)) != null;
    }

    private static boolean isUnknownVariable(String name, Set<String> variables) {
        return name.startsWith("HOPEIT_") && !variables.contains(name);
    }

    private String unknown(String name) {
        var candidates = name.startsWith("HOPEIT_") ? asked.stream().map(Values::variable) : asked.stream();
        return "%s: nothing reads this key.%s".formatted(name, Nearest.hint(name, candidates));
    }

    /** How MicroProfile Config spells a key as an environment variable. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static List<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
