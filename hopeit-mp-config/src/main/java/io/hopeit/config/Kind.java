package io.hopeit.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of a value may be, and what it becomes.
 *
 * {@snippet :
 * static final Kind<Long> PIECES = Kind.number(1, 100);
 * static final Kind<String> PASSWORD = Kind.text().secretly();
 * static final Kind<DayOfWeek> DAY = new Kind<>("a day of the week", text -> Days.find(text), false);
 * }
 *
 * @param expected what is right, so that it can follow "is not": {@code a whole number from 1 to 10}
 * @param parse empty for a text that is wrong
 * @param secret whether messages must not repeat the text
 */
public record Kind<T>(String expected, Function<String, Optional<T>> parse, boolean secret) {
    /** The bound of durations for which no other one makes sense. */
    static final Duration LONGEST = Duration.ofDays(365);

    /** Lower case, and without the port that the scheme says by itself. */
    private static final Pattern ORIGIN =
            Pattern.compile("\\*|(https(?!.*:443$)|http(?!.*:80$))://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[1-9]\\d{0,4})?");

    private static final Pattern HOSTS =
            Pattern.compile("%1$s(,%1$s)*".formatted("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?"));
    private static final Pattern DATABASE = Pattern.compile("(/\\d{0,5})?");

    private static <T> Kind<T> of(String expected, Function<String, Optional<T>> parse) {
        return new Kind<>(expected, parse, false);
    }

    /** The same, for values that must not be in a message: passwords, and whatever may hold one. */
    public Kind<T> secretly() {
        return new Kind<>(expected, parse, true);
    }

    /** The same, for a value that may be absent. */
    Kind<Optional<T>> optional() {
        return new Kind<>(
                expected, text -> parse.apply(text).flatMap(value -> Optional.of(Optional.of(value))), secret);
    }

    private Kind<T> where(Predicate<T> right) {
        return new Kind<>(expected, text -> parse.apply(text).filter(right), secret);
    }

    /** A whole number within these bounds, both included. */
    public static Kind<Long> number(long min, long max) {
        var expected = max == Long.MAX_VALUE
                ? "a whole number of at least " + min
                : "a whole number from %d to %d".formatted(min, max);
        return of(expected, text -> parsed(text, Long::valueOf)).where(n -> n >= min && n <= max);
    }

    /** A whole number within these bounds. */
    static Kind<Integer> integer(int min, int max) {
        var number = number(min, max);
        return of(number.expected(), text -> number.parse().apply(text).map(Long::intValue));
    }

    /** Longer than nothing, and at most {@code max}; in ISO-8601, as {@code PT1.5S}. */
    public static Kind<Duration> duration(Duration max) {
        return of(
                        "a duration above zero and up to %s in ISO-8601, as PT1.5S".formatted(max),
                        text -> parsed(text, Duration::parse))
                .where(d -> d.isPositive() && d.compareTo(max) <= 0);
    }

    /** At least {@code min}, and at most {@code max}; in ISO-8601. */
    public static Kind<Duration> duration(Duration min, Duration max) {
        return of("a duration from %s to %s in ISO-8601".formatted(min, max), text -> parsed(text, Duration::parse))
                .where(d -> d.compareTo(min) >= 0 && d.compareTo(max) <= 0);
    }

    /** At most {@code max}. */
    static Kind<Duration> durationOrZero(Duration max) {
        return of("a duration up to %s in ISO-8601, as PT0.01S".formatted(max), text -> parsed(text, Duration::parse))
                .where(d -> !d.isNegative() && d.compareTo(max) <= 0);
    }

    /** {@code true} or {@code false}, and nothing else. */
    public static Kind<Boolean> flag() {
        return of("true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Any text, without the space around it. */
    public static Kind<String> text() {
        return of("a text", Optional::of);
    }

    /** Any texts, separated by commas; a comma in one of them has a backslash before it. */
    public static Kind<List<String>> texts() {
        return list("a list separated by commas", text -> true);
    }

    /** A text of at least so many bytes in UTF-8, which nobody may guess. */
    static Kind<String> secret(int bytes) {
        return of("a secret of at least %d bytes".formatted(bytes), Optional::<String>of)
                .where(text -> text.getBytes(StandardCharsets.UTF_8).length >= bytes)
                .secretly();
    }

    /** A name as those of events and streams. */
    public static Kind<String> name() {
        return of("a name of letters and digits, joined by . - or _", Optional::<String>of)
                .where(Names::isName);
    }

    /** Names as those of events and streams, separated by commas. */
    public static Kind<List<String>> names() {
        return list("a list of names separated by commas", Names::isName);
    }

    /** Origins as browsers send them. */
    static Kind<List<String>> origins() {
        return list(
                "a list of origins as browsers send them, such as https://example.com or http://[::1]:3000, in lower case and "
                        + "without a path, :443 or :80, or *",
                origin -> ORIGIN.matcher(origin).matches());
    }

    private static Kind<List<String>> list(String expected, Predicate<String> each) {
        return of(expected, text -> Optional.of(Values.list(text)))
                .where(list -> list.stream().allMatch(each));
    }

    /** What is safe as a key in Redis. */
    static Kind<String> streamKey() {
        return of("a key of up to 200 letters, digits and . _ : { } -", Optional::<String>of)
                .where(Names::isStreamKey);
    }

    /** One of the constants, by its wire name. */
    public static <E extends Enum<E> & WireName> Kind<E> choice(Class<E> choices) {
        return of(oneOf("one of ", choices), text -> WireName.find(choices, text));
    }

    /** Any of the constants by their wire names, separated by commas. */
    public static <E extends Enum<E> & WireName> Kind<List<E>> choices(Class<E> choices) {
        return of(oneOf("any of ", choices) + ", separated by commas", text -> {
            var found = Values.list(text).stream()
                    .map(name -> WireName.find(choices, name))
                    .toList();
            return !found.isEmpty() && found.stream().allMatch(Optional::isPresent)
                    ? Optional.of(found.stream().map(Optional::get).toList())
                    : Optional.empty();
        });
    }

    private static <E extends Enum<E> & WireName> String oneOf(String before, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(WireName::wireName)
                .collect(Collectors.joining(", ", before, ""));
    }

    /** The address of a Redis server or of sentinels, which may hold a password. */
    static Kind<URI> redis() {
        return of(
                        "a URI like redis:// or rediss://[user:password@]host:6379[/database] with a host that has no underscore, or "
                                + "redis-sentinel://[:password@]host:26379,host2:26379[/database]#master",
                        text -> parsed(text, URI::create))
                .where(uri -> DATABASE.matcher(String.valueOf(uri.getPath())).matches())
                .where(uri -> switch (String.valueOf(uri.getScheme())) {
                    case "redis", "rediss" -> uri.getHost() != null;
                    case "redis-sentinel", "rediss-sentinel" -> isMasterBehindHosts(uri);
                    default -> false;
                })
                .secretly();
    }

    private static boolean isMasterBehindHosts(URI uri) {
        return HOSTS.matcher(RedisSettings.hosts(uri.getRawAuthority())).matches()
                && uri.getFragment() != null
                && !uri.getFragment().isEmpty();
    }

    /** A file, which need not be there yet. */
    static Kind<Path> path() {
        return of("a path of a file", text -> parsed(text, Path::of));
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
