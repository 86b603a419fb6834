package io.hopeit.testing;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.config.Names;
import io.hopeit.config.Nearest;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The streams that the events of a test read or write, by their names. */
final class TestStreams {
    private final Map<String, StreamDefinition> byName = new LinkedHashMap<>();
    private final EventsExtension events;
    private final Class<?> where;

    /** {@code where}: a class of the application, for streams that only a publisher writes. */
    TestStreams(EventCatalogue catalogue, EventsExtension events, Class<?> where) {
        this.events = events;
        this.where = where;
        catalogue.events().stream()
                .flatMap(event -> Stream.concat(
                        event.trigger() instanceof Trigger.Read read ? Stream.of(read.stream()) : Stream.empty(),
                        event.output().map(WriteTo::stream).stream()))
                .forEach(stream -> byName.putIfAbsent(stream.name(), stream));
    }

    /** The one with this name. */
    StreamDefinition stream(String name) {
        var known = byName.get(Names.snake(name));
        return known == null ? events.stream(where, name) : known;
    }

    String key(String name) {
        var hint = Nearest.hint(Names.snake(name), byName.keySet().stream());
        if (!byName.containsKey(Names.snake(name)) && !hint.isEmpty()) {
            throw new IllegalArgumentException(
                    "no event of this test reads or writes the stream \"%s\".%s".formatted(name, hint));
        }
        return stream(name).settings().key();
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
