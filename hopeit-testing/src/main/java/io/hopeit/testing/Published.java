package io.hopeit.testing;

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
        return to(stream).stream().map(append -> reader.queue(append.fields())).toList();
    }

    private List<Append> to(String stream) {
        var key = streams.key(stream, named -> appended.stream().anyMatch(append -> streams.isOf(append.key(), named)));
        return appended.stream()
                .filter(append -> streams.isOf(append.key(), key))
                .toList();
    }
}
