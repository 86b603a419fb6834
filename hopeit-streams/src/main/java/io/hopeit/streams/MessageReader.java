package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.StreamEvent;
import io.hopeit.spi.Types;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what messages carry, as an event that takes them would; whoever sends them. For tests and tools. Thread-safe.
 *
 * {@snippet :
 * Optional<Order> order = reader.read(entry.fields(), Order.class);
 * }
 */
@Dependent
public class MessageReader {
    private final MessageCodec codec;

    @Inject
    MessageReader(MessageCodec codec) {
        this.codec = codec;
    }

    /**
     * The payload, if it is of this type, or of one that the type permits, lists as {@code @JsonSubTypes}, or is an alias of.
     *
     * @param fields those of the entry
     * @throws IllegalArgumentException when it is of this type but cannot be read; the text says why
     */
    public <T> Optional<T> read(Map<String, byte[]> fields, Class<T> type) {
        var byName = new HashMap<String, Type>();
        PayloadType.all(type)
                .forEach(each -> PayloadType.of(Types.raw(each)).names().forEach(name -> byName.put(name, each)));
        var all = all(fields);
        var name = text(all, "type", "");
        if (!byName.containsKey(name)) {
            return Optional.empty();
        }
        return switch (codec.decode(all, new MessageTypes(byName), Integer.MAX_VALUE)) {
            case Message message -> Optional.of(type.cast(message.payload()));
            case Malformed malformed -> throw new IllegalArgumentException(malformed.reason());
        };
    }

    /**
     * The queue that it went to; {@link StreamEvent#AUTO} is the stream's own.
     *
     * @param fields those of the entry
     * @throws IllegalArgumentException when they cannot be read
     */
    public String queue(Map<String, byte[]> fields) {
        return text(all(fields), "queue", StreamEvent.AUTO);
    }

    private static String text(Map<String, byte[]> fields, String name, String usual) {
        return new String(fields.getOrDefault(name, usual.getBytes(UTF_8)), UTF_8);
    }

    private static Map<String, byte[]> all(Map<String, byte[]> fields) {
        try {
            return CompactEnvelope.expanded(fields);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }
}
