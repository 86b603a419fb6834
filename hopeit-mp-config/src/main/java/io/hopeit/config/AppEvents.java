package io.hopeit.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.config.Member.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The events that configurations of hopeit.engine name, and the streams these read and write. A section of settings is
 * about an event or a stream, or about both when they have the same name; an event takes those of the stream that it
 * writes, or else of the one that it reads, and its own win.
 */
final class AppEvents {
    private final Map<String, Links> events = new TreeMap<>();

    /** The streams of one event, by their full keys. */
    private record Links(boolean consumer, Optional<String> reads, Optional<String> writes) {
        boolean takes(String stream) {
            return writes.or(this::reads).filter(stream::equals).isPresent();
        }

        boolean uses(String stream) {
            return Stream.of(reads, writes).flatMap(Optional::stream).anyMatch(stream::equals);
        }
    }

    void add(ObjectNode config) {
        config.path("events").properties().forEach(event -> events.put(event.getKey(), links(event.getValue())));
    }

    private static Links links(JsonNode event) {
        var reads = name(event.path("read_stream"));
        return new Links(
                reads.isPresent() || event.path("type").asText().equals("STREAM"),
                reads,
                name(event.path("write_stream")));
    }

    private static Optional<String> name(JsonNode stream) {
        return Optional.of(stream.path("name").asText()).filter(name -> !name.isEmpty());
    }

    boolean isStream(String section) {
        return events.values().stream().anyMatch(event -> event.uses(section));
    }

    boolean isEvent(String section) {
        return events.containsKey(section);
    }

    Stream<String> names() {
        return events.keySet().stream();
    }

    /** The events or streams, by full key, that a setting in the section of a stream is about; none when it is no stream. */
    Stream<String> ofStream(Subject subject, String stream) {
        if (!isStream(stream)) {
            return Stream.empty();
        }
        return switch (subject) {
            case NAMED, READ, WRITTEN -> Stream.of(stream);
            case EVENTS -> takers(stream);
            case CONSUMERS -> takers(stream).filter(this::isConsumer);
            case NOT_CONSUMERS -> Stream.empty();
        };
    }

    private Stream<String> takers(String stream) {
        return events.entrySet().stream()
                .filter(event -> event.getValue().takes(stream))
                .map(Map.Entry::getKey);
    }

    private boolean isConsumer(String event) {
        return Optional.ofNullable(events.get(event)).filter(Links::consumer).isPresent();
    }

    /** The events or streams, by full key, that a setting in the section of an event is about; none when it is no event. */
    Stream<String> ofEvent(Subject subject, String event) {
        if (!isEvent(event)) {
            return Stream.empty();
        }
        var links = Optional.ofNullable(events.get(event));
        return switch (subject) {
            case NAMED, EVENTS -> Stream.of(event);
            case CONSUMERS -> Stream.of(event).filter(this::isConsumer);
            case NOT_CONSUMERS -> Stream.of(event).filter(name -> !isConsumer(name));
            case READ -> links.flatMap(Links::reads).stream();
            case WRITTEN -> links.flatMap(Links::writes).stream();
        };
    }
}
