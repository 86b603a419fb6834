package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.config.Serialization;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.Json;
import io.hopeit.spi.JsonFormatException;
import io.hopeit.spi.Timestamps;
import io.hopeit.spi.TraceParent;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes and reads messages in the format of hopeit.engine. Thread-safe. */
@Dependent
class MessageCodec {
    private static final WireNames<Serialization> SERIALIZATIONS = WireNames.of(Serialization.class);

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Json json;
    private final AuthInfo authInfo;
    private final Signatures signatures;

    @Inject
    MessageCodec(Json json, StreamsExtension deployment) {
        this(json, Signatures.of(deployment.identity()));
    }

    /** Without signatures. */
    MessageCodec(Json json) {
        this(json, Signatures.NONE);
    }

    MessageCodec(Json json, Signatures signatures) {
        this.json = json;
        this.authInfo = new AuthInfo(json);
        this.signatures = signatures;
    }

    /** One message for one queue, submitted now. */
    Map<String, byte[]> encode(Payload payload, Origin origin, String queue, StreamSettings settings) {
        return encode(payload, origin, queue, settings, Timestamps.now());
    }

    Map<String, byte[]> encode(
            Payload payload, Origin origin, String queue, StreamSettings settings, Instant submitted) {
        var type = PayloadType.ofPublished(payload.value());
        var fields = LinkedHashMap.<String, byte[]>newLinkedHashMap(20); // of most messages
        put(fields, "id", type.id(payload.value()));
        put(fields, "type", type.name());
        put(fields, "submit_ts", Timestamps.iso(submitted));
        put(fields, "event_ts", type.time(payload.value()));
        origin.trackIds().values().forEach((name, id) -> {
            if (!name.equals(TrackIds.EVENT_APP)) {
                fields.putIfAbsent(name, id.getBytes(UTF_8));
            }
        });
        put(
                fields,
                TrackIds.EVENT_APP,
                origin.trackIds().get(TrackIds.EVENT_APP).orElse(""));
        fields.put("auth_info", authInfo.encode(origin.identity()));
        put(fields, "ser", settings.publish().serialization().wireName());
        put(fields, "comp", settings.publish().compression().wireName());
        fields.put("payload", Compressor.compress(settings.publish().compression(), serialize(payload, settings)));
        put(fields, "queue", queue);
        origin.trace().ifPresent(trace -> put(fields, TraceParent.NAME, trace.toString()));
        signatures.sign(fields, origin.identity());
        return switch (settings.publish().envelope()) {
            case FULL -> fields;
            case COMPACT -> CompactEnvelope.of(fields);
        };
    }

    private static void put(Map<String, byte[]> fields, String name, String value) {
        fields.put(name, value.getBytes(UTF_8));
    }

    private byte[] serialize(Payload payload, StreamSettings settings) {
        var text = checked(json.write(payload.value(), payload.declared()), settings);
        return switch (settings.publish().serialization()) {
            case JSON -> text;
            case JSON_BASE64 -> Base64.getEncoder().encode(text);
        };
    }

    /** What no reader would take is refused here; readers of the stream have the same settings. */
    private static byte[] checked(byte[] text, StreamSettings settings) {
        int most = settings.consume().maxPayloadSize();
        if (text.length > most) {
            throw new IllegalArgumentException(
                    "a payload of %d bytes is too large: the max-payload-size of its stream, beyond which it is not read, is %d"
                            .formatted(text.length, most));
        }
        return text;
    }

    /**
     * What the fields of an entry say.
     *
     * @param accepted the types that may be read; any other makes it malformed
     * @param maxPayloadSize the largest payload in bytes of JSON, after decompression and Base64
     */
    Decoded decode(Map<String, byte[]> fields, MessageTypes accepted, int maxPayloadSize) {
        try {
            return read(CompactEnvelope.expanded(fields), accepted, maxPayloadSize);
        } catch (JsonFormatException e) {
            return new Malformed(
                    "payload: %s %s".formatted(e.field(), e.getMessage()).replace(":  ", ": "));
        } catch (Unreadable e) {
            return new Malformed(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            return new Malformed("the payload cannot be read: " + e.getMessage());
        }
    }

    private Message read(Map<String, byte[]> fields, MessageTypes accepted, int maxPayloadSize) throws IOException {
        var sent = MessageFields.of(fields);
        var type = accepted.find(sent.type());
        var sender = sender(sent, fields);
        accepted.senders().check(sender, signatures.canVerify());
        int most = SERIALIZATIONS.find(sent.serialization()) == Serialization.JSON_BASE64
                ? lengthInBase64(maxPayloadSize)
                : maxPayloadSize;
        var serialized = Decompressor.decompress(sent.compression(), sent.payload(), most);
        var payload = deserialize(sent.serialization(), serialized, type.type());
        var origin = new Origin(sent.trackIds(), sender, sent.trace());
        return new Message(payload, sent.id(), type.name(), origin, sent.queue());
    }

    private static int lengthInBase64(int length) {
        return (int) Math.min(4 * Math.ceilDiv(length, 3L), LARGEST_ARRAY);
    }

    private Object deserialize(byte[] ser, byte[] serialized, Type type) throws Unreadable {
        var payload =
                switch (SERIALIZATIONS.find(ser)) {
                    case null -> throw unread(new String(ser, UTF_8));
                    case JSON -> json.read(serialized, type);
                    case JSON_BASE64 -> json.read(base64(serialized), type);
                };
        if (payload == null) {
            throw new Unreadable("the payload is null");
        }
        return payload;
    }

    private static Unreadable unread(String ser) {
        return ser.startsWith("pickle")
                ? new Unreadable("serialization %s is never read, as reading it can run code: write json", ser)
                : new Unreadable("\"%s\" is no serialization that is read", ser);
    }

    private static byte[] base64(byte[] text) throws Unreadable {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("the payload is not Base64");
        }
    }

    private Identity sender(MessageFields sent, Map<String, byte[]> fields) throws Unreadable {
        var claimed = sent.authInfo();
        return signatures.check(fields, claimed == null ? Identity.ANONYMOUS : authInfo.decode(claimed));
    }
}
