package io.hopeit.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the value of a member is written as that of a key. What it says is checked where the key is read.
 *
 * @param expected what the member has to be, so that it can follow "is not"
 * @param apply empty for a value that is something else
 */
record Conversion(String expected, Function<JsonNode, Optional<String>> apply) {
    static final Conversion TEXT = new Conversion("a text, a number, true or false", Conversion::text);
    static final Conversion LIST = new Conversion("a list of texts", Conversion::list);
    static final Conversion NAMES_IN_LIST = new Conversion(
            "a list of objects with a \"name\"", plugins -> elements(plugins, p -> text(p.path("name"))));
    static final Conversion METHODS =
            new Conversion("a list of texts", methods -> list(methods).map(text -> text.toLowerCase(Locale.ROOT)));
    static final Conversion SECONDS = duration("a number of seconds", 1e9);
    static final Conversion MILLISECONDS = duration("a number of milliseconds", 1e6);

    static final Conversion PROPAGATE = new Conversion(
            "DROP or PROPAGATE", strategy -> switch (strategy.asText().toUpperCase(Locale.ROOT)) {
                case "PROPAGATE" -> Optional.of("true");
                case "DROP" -> Optional.of("false");
                default -> Optional.empty();
            });

    static final Conversion BROKER = new Conversion(
            "a class named RedisStreamManager; hopeit.streams.broker says where streams live",
            manager -> Optional.of("redis").filter(redis -> manager.asText().endsWith("RedisStreamManager")));

    /** Also a route of its own has dashes and is below {@code /api}, unless it starts with a slash. */
    static final Conversion ROUTE =
            new Conversion("a text", route -> text(route).map(path -> {
                var below = path.startsWith("/") ? path.substring(1) : "api/" + path;
                return Names.path(below.split("/", -1));
            }));

    private static Conversion duration(String expected, double nanos) {
        return new Conversion(expected, number -> text(number)
                .flatMap(Conversion::parse)
                .map(n -> Duration.ofNanos(Math.round(n * nanos)).toString()));
    }

    private static Optional<Double> parse(String number) {
        try {
            return Optional.of(Double.valueOf(number)).filter(n -> Double.isFinite(n));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Optional<String> list(JsonNode node) {
        return elements(node, Conversion::text);
    }

    private static Optional<String> elements(JsonNode node, Function<JsonNode, Optional<String>> element) {
        if (!(node instanceof ArrayNode array)) {
            return Optional.empty();
        }
        var texts = array.valueStream().map(element).toList();
        return texts.stream().allMatch(Optional::isPresent)
                ? Optional.of(texts.stream()
                        .map(text -> text.orElseThrow().replace(",", "\\,"))
                        .collect(Collectors.joining(",")))
                : Optional.empty();
    }
}
