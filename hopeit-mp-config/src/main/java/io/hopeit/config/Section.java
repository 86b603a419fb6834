package io.hopeit.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys that differ only in their prefix, most specific first; the first that has a value wins. A wrong value is noted as
 * a problem, and its default taken.
 */
public final class Section {
    private static final String NAME = "a name of letters and digits, joined by . - or _";
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final Pattern DATABASE = Pattern.compile("(/\\d{0,5})?");

    private final Values values;
    private final List<String> prefixes;

    Section(Values values, List<String> prefixes) {
        this.values = values;
        this.prefixes = prefixes;
    }

    private record Found(String key, String text) {}

    private Optional<Found> find(String leaf) {
        return prefixes.stream()
                .map(prefix -> prefix + "." + leaf)
                // all are asked, so that all are known
                .map(key -> values.text(key).map(text -> new Found(key, text)))
                .toList()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private <T> T read(String leaf, T otherwise, String expected, Function<String, Optional<T>> parse) {
        return find(leaf)
                .map(found -> parse.apply(found.text()).orElseGet(() -> {
                    values.problem("%s: \"%s\" is not %s.", found.key(), found.text(), expected);
                    return otherwise;
                }))
                .orElse(otherwise);
    }

    long number(String leaf, long otherwise, long min, long max) {
        var expected = max == Long.MAX_VALUE
                ? "a whole number of at least " + min
                : "a whole number from %d to %d".formatted(min, max);
        return read(leaf, otherwise, expected, text -> parseLong(text).filter(n -> n >= min && n <= max));
    }

    private static Optional<Long> parseLong(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A duration above zero and up to {@code max}, in ISO-8601. */
    public Duration duration(String leaf, Duration otherwise, Duration max) {
        var expected = "a duration above zero and up to %s in ISO-8601, as PT1.5S".formatted(max);
        return read(leaf, otherwise, expected, text -> parseDuration(text)
                .filter(d -> d.isPositive() && d.compareTo(max) <= 0));
    }

    Duration durationOrZero(String leaf, Duration max) {
        var expected = "a duration up to %s in ISO-8601, as PT0.01S".formatted(max);
        return read(leaf, Duration.ZERO, expected, text -> parseDuration(text)
                .filter(d -> !d.isNegative() && d.compareTo(max) <= 0));
    }

    private static Optional<Duration> parseDuration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String leaf, boolean otherwise) {
        return optionalFlag(leaf).orElse(otherwise);
    }

    Optional<Boolean> optionalFlag(String leaf) {
        return read(leaf, Optional.empty(), "true or false", text -> switch (text) {
            case "true" -> Optional.of(Optional.of(true));
            case "false" -> Optional.of(Optional.of(false));
            default -> Optional.empty();
        });
    }

    /** The text as it is, without space around it. */
    public Optional<String> optionalText(String leaf) {
        return find(leaf).map(Found::text);
    }

    /** Any texts, separated by commas; none when there is no value. */
    public List<String> texts(String leaf) {
        return optionalText(leaf).map(Values::list).orElseGet(List::of);
    }

    /**
     * The names for which there is a key {@code <prefix>.<name>.<leaf>} with one of these leaves; a name may have dots. One
     * that is only in environment variables is not found, as they do not keep its spelling.
     */
    public Set<String> namesWith(Set<String> leaves) {
        return prefixes.stream()
                .flatMap(values::keysBelow)
                .filter(key -> leaves.contains(key.substring(key.lastIndexOf('.') + 1)))
                .map(key -> key.substring(0, Math.max(0, key.lastIndexOf('.'))))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes that something is wrong with the value of a key; the text says what is and what to do, and no secret. */
    public void problem(String leaf, String text) {
        values.problem("%s.%s: %s", prefixes.getFirst(), leaf, text);
    }

    Optional<String> optionalName(String leaf) {
        return read(leaf, Optional.empty(), NAME, text -> Optional.of(Optional.of(text))
                .filter(name -> Names.isName(text)));
    }

    /** Any of these, separated by commas; none when there is no value. */
    <E extends Enum<E> & WireName> List<E> choices(String leaf, Class<E> choices) {
        return read(leaf, List.of(), "a list of " + oneOf(choices), text -> {
            var found = Values.list(text).stream()
                    .map(name -> WireName.find(choices, name))
                    .toList();
            return found.stream().allMatch(Optional::isPresent)
                    ? Optional.of(found.stream().map(Optional::get).toList())
                    : Optional.empty();
        });
    }

    /** Origins as browsers send them. */
    List<String> origins(String leaf) {
        return read(leaf, List.of(), "a list of origins such as https://example.com, or *", text -> Optional.of(
                        Values.list(text))
                .filter(list ->
                        list.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())));
    }

    /** One of the constants, by its wire name. */
    public <E extends Enum<E> & WireName> E choice(String leaf, Class<E> choices, E otherwise) {
        return read(leaf, otherwise, oneOf(choices), text -> WireName.find(choices, text));
    }

    private static <E extends Enum<E> & WireName> String oneOf(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(WireName::wireName)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    /** A name; {@code ifMissing} is the problem when there is neither a value nor a default. */
    String name(String leaf, String otherwise, String ifMissing) {
        if (otherwise.isEmpty() && find(leaf).isEmpty()) {
            values.problem("%s", ifMissing);
        }
        return read(leaf, otherwise, NAME, text -> Optional.of(text).filter(Names::isName));
    }

    List<String> names(String leaf) {
        return read(leaf, List.of(), "a list of names separated by commas", text -> Optional.of(Values.list(text))
                .filter(list -> list.stream().allMatch(Names::isName)));
    }

    String streamKey(String leaf, String otherwise) {
        return read(leaf, otherwise, "a key of up to 200 letters, digits and . _ : { } -", text -> Optional.of(text)
                .filter(Names::isStreamKey));
    }

    /** A URI; its value may hold a password, so it is never repeated in a message. */
    URI uri(String leaf, URI otherwise, List<String> schemes) {
        return find(leaf)
                .map(found -> parseUri(found.text())
                        .filter(uri -> schemes.contains(uri.getScheme()) && uri.getHost() != null)
                        .filter(uri ->
                                DATABASE.matcher(String.valueOf(uri.getPath())).matches())
                        .orElseGet(() -> {
                            values.problem(
                                    "%s: is not a URI like %s://[user:password@]host:6379[/database].",
                                    found.key(), String.join(":// or ", schemes));
                            return otherwise;
                        }))
                .orElse(otherwise);
    }

    private static Optional<URI> parseUri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
