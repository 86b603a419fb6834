package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.Order;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Trim;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Makes entries of payloads: what is in them, where they go, and what the stream wants of them. Thread-safe. */
@Dependent
class Appends {
    private final MessageCodec codec;
    private final EventCatalogue catalogue;
    private final Map<String, Optional<OrderKey>> orderKeys = new ConcurrentHashMap<>();

    @Inject
    Appends(MessageCodec codec, EventCatalogue catalogue) {
        this.codec = codec;
        this.catalogue = catalogue;
    }

    /** An entry, and the id that its message has. */
    record Message(Append append, String eventId) {}

    Message of(Payload payload, Origin origin, StreamDefinition stream, WriteTo.Target target) {
        var settings = stream.settings();
        var fields = codec.encode(payload, origin, target.queue(), settings);
        checkSize(fields, stream);
        var publish = settings.publish();
        var eventId = new String(fields.getOrDefault("id", new byte[0]), UTF_8);
        var once = publish.idempotentFor().isZero()
                ? Optional.<Append.Once>empty()
                : Optional.of(new Append.Once(eventId, publish.idempotentFor()));
        var key = settings.shards() == 1 ? target.key() : shard(payload.value(), eventId, stream, target.key());
        return new Message(new Append(key, fields, trim(publish), publish.replicas(), once), eventId);
    }

    private static void checkSize(Map<String, byte[]> fields, StreamDefinition stream) {
        long size = 0;
        for (byte[] value : fields.values()) {
            size += value.length;
        }
        int most = stream.settings().publish().maxMessageSize();
        if (size > most) {
            throw new IllegalArgumentException("a message of %d bytes is too large for %s, whose max-message-size is %d"
                    .formatted(size, stream.name(), most));
        }
    }

    private static Trim trim(StreamSettings.Publish publish) {
        var trimming = publish.trimming();
        return new Trim(trimming.maxLength(), trimming.maxAge(), trimming.acknowledged(), trimming.unread());
    }

    /** Messages with the same key go to the same shard, on whatever instance they are published. */
    private String shard(Object payload, String eventId, StreamDefinition stream, String key) {
        var hashed = orderKeys
                .computeIfAbsent(stream.settings().key(), name -> orderKey(stream))
                .flatMap(order -> order.in(payload))
                .orElse(eventId);
        var hash = new CRC32();
        hash.update(hashed.getBytes(UTF_8));
        return key + ".shard-" + hash.getValue() % stream.settings().shards();
    }

    /** As configured for the stream, or as an event of this application says that reads it. */
    private Optional<OrderKey> orderKey(StreamDefinition stream) {
        return stream.settings()
                .overrides()
                .lanes()
                .key()
                .or(() -> catalogue.events().stream()
                        .map(event -> event.trigger() instanceof Trigger.Read read ? read : null)
                        .filter(read -> read != null
                                && read.stream()
                                        .settings()
                                        .key()
                                        .equals(stream.settings().key())
                                && read.lanes().order() == Order.KEY)
                        .map(read -> read.lanes().key())
                        .findFirst())
                .map(OrderKey::new);
    }
}
