package io.hopeit.testing;

import io.hopeit.StreamEvent;
import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.Names;
import io.hopeit.config.Nearest;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The streams that the application of a test reads or writes, by their names. */
final class TestStreams {
    private final Map<String, StreamDefinition> byName = new LinkedHashMap<>();
    private final List<EventDefinition> readers;
    private final EventsExtension events;
    private final Class<?> where;

    /**
     * Messages for events.
     *
     * @param stream which one
     * @param queue one of its queues
     * @param readers the events, of which there is one at least
     */
    record Target(StreamDefinition stream, String queue, List<EventDefinition> readers) {
        /** Of an event that reads a stream: the first of its queues. */
        static Target of(EventDefinition event) {
            var read = read(event);
            return new Target(read.stream(), read.queues().getFirst(), List.of(event));
        }
    }

    /** {@code where}: a class of the application, for streams of which nothing is known. */
    TestStreams(EventCatalogue catalogue, EventsExtension events, PublisherPoints publishers, Class<?> where) {
        this.readers = catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Read)
                .toList();
        this.events = events;
        this.where = where;
        Stream.concat(
                        readers.stream().map(event -> read(event).stream()),
                        catalogue.events().stream().flatMap(event -> event.output().map(WriteTo::stream).stream()))
                .forEach(this::add);
        publishers.classes(catalogue).forEach((name, publisher) -> add(events.stream(publisher, name)));
    }

    private void add(StreamDefinition stream) {
        byName.putIfAbsent(stream.name(), stream);
    }

    private static Trigger.Read read(EventDefinition event) {
        return (Trigger.Read) event.trigger();
    }

    /**
     * Where messages go that events of the test are to run for.
     *
     * @throws IllegalArgumentException when there are none, who would make a test of nothing
     */
    Target target(String stream, String queue) {
        var named = readers.stream()
                .filter(event -> read(event).stream().name().equals(Names.snake(stream)))
                .toList();
        if (named.isEmpty()) {
            throw unknown(
                    "no event of this test reads the stream \"%s\", so nothing would come of it.".formatted(stream),
                    stream,
                    readers.stream().map(event -> read(event).stream().name()).toList());
        }
        var definition = read(named.getFirst()).stream();
        var reading = named.stream()
                .filter(event ->
                        read(event).keys().contains(definition.keys(queue).getFirst()))
                .toList();
        if (reading.isEmpty()) {
            throw unknownQueue(
                    definition,
                    queue,
                    named.stream()
                            .flatMap(event -> read(event).queues().stream())
                            .toList());
        }
        return new Target(definition, queue, reading);
    }

    private static IllegalArgumentException unknownQueue(StreamDefinition stream, String queue, List<String> queues) {
        return new IllegalArgumentException(
                "no event of this test reads %s of \"%s\", so nothing would come of it. They read %s."
                        .formatted(
                                queue.equals(StreamEvent.AUTO) ? "the own queue" : "the queue \"%s\"".formatted(queue),
                                stream.name(),
                                queues.stream()
                                        .distinct()
                                        .map(read -> said(stream, read))
                                        .collect(Collectors.joining(", "))));
    }

    private static String said(StreamDefinition stream, String queue) {
        return queue.equals(StreamEvent.AUTO)
                ? "its own: publish(\"%s\", ...)".formatted(stream.name())
                : "\"%s\": publishTo(\"%s\", \"%1$s\", ...)".formatted(queue, stream.name());
    }

    /**
     * The key of a stream that is read or written, or where {@code isWritten} says that something is.
     *
     * @throws IllegalArgumentException when it is none of these, so that a misspelt name is not taken for an empty stream
     */
    String key(String name, Predicate<String> isWritten) {
        var known = byName.get(Names.snake(name));
        var key =
                (known == null ? events.stream(where, name) : known).settings().key();
        if (known == null && !isWritten.test(key)) {
            throw unknown(
                    "nothing in this test reads or writes the stream \"%s\".".formatted(name), name, byName.keySet());
        }
        return key;
    }

    private static IllegalArgumentException unknown(String what, String name, Collection<String> known) {
        var hint = Nearest.hint(Names.snake(name), known.stream());
        if (!hint.isEmpty()) {
            return new IllegalArgumentException(what + hint);
        }
        var others = known.stream().distinct().toList();
        return new IllegalArgumentException("%s %s"
                .formatted(
                        what,
                        others.isEmpty()
                                ? "There is none: name an event in @HopeitTest that does."
                                : "There is %s; other events are named in @HopeitTest."
                                        .formatted(String.join(", ", others))));
    }

    /** Whether the key of an entry is that of a stream, or of one of its queues or shards. */
    boolean isOf(String key, String stream) {
        return key.equals(stream)
                || (key.startsWith(stream + ".")
                        && byName.values().stream()
                                .map(other -> other.settings().key())
                                .noneMatch(other -> other.length() > stream.length()
                                        && (key.equals(other) || key.startsWith(other + "."))));
    }
}
