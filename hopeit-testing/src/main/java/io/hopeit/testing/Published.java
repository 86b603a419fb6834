package io.hopeit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.StreamEvent;
import io.hopeit.streams.MessageReader;
import io.hopeit.streams.spi.Append;
import java.util.List;

/**
 * What was appended to streams.
 *
 * @param streams all that there are
 * @param reader reads messages
 * @param appended in order
 */
record Published(TestStreams streams, MessageReader reader, List<Append> appended) {
    <T> List<T> payloads(String stream, Class<T> type) {
        return to(stream).stream()
                .flatMap(append -> reader.read(append.fields(), type).stream())
                .toList();
    }

    List<String> queues(String stream) {
        return to(stream).stream().map(Published::queue).toList();
    }

    private static String queue(Append append) {
        return new String(append.fields().getOrDefault("queue", StreamEvent.AUTO.getBytes(UTF_8)), UTF_8);
    }

    private List<Append> to(String stream) {
        var key = streams.key(stream, named -> appended.stream().anyMatch(append -> streams.isOf(append.key(), named)));
        return appended.stream()
                .filter(append -> streams.isOf(append.key(), key))
                .toList();
    }
}
