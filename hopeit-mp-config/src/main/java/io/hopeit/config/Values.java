package io.hopeit.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** The values of one Config, with a record of what was asked for and of what was wrong. */
final class Values {
    /** Read by the launcher of the embedded Redis, before there is an application. */
    private static final String LAUNCHER = "hopeit.embedded-redis.";

    /** Read by the kit for tests, before there is one, too. */
    private static final String TESTING = "hopeit.testing.";

    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{[^:}]*}");
    private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

    private final Config config;
    /** Groups of things with names, and the names that were asked for. */
    private final Map<KeyGroup, Set<String>> groups = new LinkedHashMap<>();

    /** Keys that were asked for, with what they said: defaults of all events are asked for once for each event. */
    private final Map<String, Optional<String>> asked = new HashMap<>();

    private final Set<String> problems = new LinkedHashSet<>();

    Values(Config config) {
        this.config = config;
        SettingsReader.GROUPS.forEach(group -> groups.put(group, new TreeSet<>()));
    }

    Section section(KeyGroup group) {
        return new Section(this, group, group.prefixes());
    }

    /** For a name of an event, a stream or an application, in either spelling. */
    Section section(KeyGroup group, String name) {
        return section(group, List.of(Names.spinal(name), Names.snake(name)));
    }

    /** For a name in these spellings; where several have a value the source decides, then the first. */
    Section section(KeyGroup group, List<String> spellings) {
        groups.computeIfAbsent(group, g -> new TreeSet<>()).addAll(spellings);
        return new Section(this, group, group.prefixes(spellings));
    }

    Set<String> names(KeyGroup group) {
        return names().flatMap(key -> group.named(key).stream())
                .map(KeyGroup.Named::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The raw text under {@code key}; an empty value counts as none, as MicroProfile Config says. It says the same of one
     * with a variable that is not set, but that is a problem: a key that is there must not do nothing.
     */
    Optional<String> text(String key) {
        return asked.computeIfAbsent(key, this::find);
    }

    private Optional<String> find(String key) {
        try {
            var found = config.getConfigValue(key);
            if (lacksVariable(found)) {
                problem(
                        "%s: names a variable that is not set, or empty: set it, or give a default, as in ${NAME:default}.",
                        key);
            }
            return Optional.ofNullable(found.getValue())
                    .filter(text -> !text.isEmpty())
                    .map(String::strip);
        } catch (IllegalArgumentException e) { // without its words, which repeat the value
            problem("%s: its ${...} leads to itself, or through too many others; write the value.", key);
            return Optional.empty();
        }
    }

    /** Of the source that a value comes from: the highest wins. */
    int ordinal(String key) {
        return config.getConfigValue(key).getSourceOrdinal();
    }

    /** For a key that nobody has written: it stands in a file as something else. */
    String origin(String key) {
        var source = config.getConfigValue(key).getSourceName();
        return AppConfigSource.isNameOfOne(source) ? " It comes from %s.".formatted(source) : "";
    }

    void problem(String text, Object... args) {
        problems.add(text.formatted(args));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> unknownKeys() {
        var ofFiles = AppConfigSource.variables(this); // it asks for a key, too
        var unasked = names().filter(this::isUnasked).sorted().toList();
        return unasked.isEmpty() ? List.of() : unknown(unasked, ofFiles);
    }

    /** For most deployments there are none, and nothing to spell in another way. */
    private boolean isUnasked(String name) {
        return name.startsWith("HOPEIT_")
                || (name.startsWith("hopeit.")
                        && !name.startsWith(LAUNCHER)
                        && !name.startsWith(TESTING)
                        && !asked.containsKey(name));
    }

    private List<String> unknown(List<String> unasked, List<String> ofFiles) {
        var variables = asked.keySet().stream().map(Values::variable).collect(Collectors.toSet());
        variables.addAll(ofFiles);
        var unread = new ArrayList<String>();
        var absent = new TreeMap<String, String>();
        unasked.stream()
                .filter(name -> !variables.contains(name) && !isSpelledAnew(name, variables))
                .forEach(key -> whyNot(key)
                        .ifPresentOrElse(
                                why -> absent.merge(why, key, (keys, other) -> keys + ", " + other),
                                () -> unread.add(unread(key))));
        absent.forEach((why, keys) -> unread.add(keys + ": " + why));
        return unread.stream().sorted().toList();
    }

    /** Whether nothing is left of what is written, or of a variable in it that has no default. */
    private static boolean lacksVariable(ConfigValue found) {
        var raw = found.getRawValue();
        var value = found.getValue();
        if (raw == null || value == null) {
            return raw != null;
        }
        return value.isBlank() && WITHOUT_DEFAULT.matcher(raw).find();
    }

    /** Also of those that are for the profile of this deployment, which some servers list with it: {@code %prod.key}. */
    private Stream<String> names() {
        var profile = config.getOptionalValue("mp.config.profile", String.class).map(name -> "%" + name + ".");
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(name -> profile.filter(name::startsWith)
                        .map(prefix -> name.substring(prefix.length()))
                        .orElse(name))
                .distinct();
    }

    /** Some servers list an environment variable a second time, spelled as a property. */
    private static boolean isSpelledAnew(String name, Set<String> variables) {
        var variable = variable(name);
        return !variable.equals(name) && System.getenv(variable) != null && variables.contains(variable);
    }

    private String unread(String key) {
        var keys = asked.keySet().stream().sorted();
        var candidates = key.startsWith("HOPEIT_") ? keys.map(Values::variable) : keys;
        return "%s: nothing reads this key.%s".formatted(key, Nearest.hint(key, candidates));
    }

    /** Why nothing reads a key that is right: what it is about is not there. */
    private Optional<String> whyNot(String key) {
        return groups.entrySet().stream()
                .flatMap(group -> whyNot(group.getKey(), group.getValue(), key).stream())
                .findFirst();
    }

    private static Optional<String> whyNot(KeyGroup group, Set<String> names, String key) {
        return group.named(key)
                .filter(named -> !names.contains(named.name()))
                .map(named -> "there is no %s \"%s\" in this deployment.%s"
                        .formatted(named.what(), named.name(), Nearest.hint(named.name(), names.stream())));
    }

    /** How MicroProfile Config spells a key as an environment variable. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** As MicroProfile Config takes lists apart: a comma after a backslash is one of the text. */
    static List<String> list(String text) {
        return Stream.of(COMMA.split(text, -1))
                .map(part -> part.replace("\\,", ",").strip())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
