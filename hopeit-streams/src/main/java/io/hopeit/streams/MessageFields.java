package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.config.Names;
import io.hopeit.spi.TraceParent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an entry that make it a message, found in one walk; others are passed by. */
final class MessageFields {
    private static final String TRACK = "track.";
    private static final int LONGEST_TRACE = 64;
    private static final byte[] AUTO = StreamEvent.AUTO.getBytes(UTF_8);

    private byte @Nullable [] id;
    private byte @Nullable [] type;
    private byte @Nullable [] authInfo;
    private byte @Nullable [] ser;
    private byte @Nullable [] comp;
    private byte @Nullable [] payload;
    private byte @Nullable [] queue;
    private byte @Nullable [] trace;
    /** Names and values by turns. */
    private final List<String> trackIds = new ArrayList<>();

    static MessageFields of(Map<String, byte[]> fields) {
        var message = new MessageFields();
        fields.forEach(message::put);
        return message;
    }

    private void put(String name, byte[] value) {
        switch (name) {
            case "id" -> id = value;
            case "type" -> type = value;
            case "auth_info" -> authInfo = value;
            case "ser" -> ser = value;
            case "comp" -> comp = value;
            case "payload" -> payload = value;
            case "queue" -> queue = value;
            case TraceParent.NAME -> trace = value;
            default -> putTrackId(name, value);
        }
    }

    private void putTrackId(String name, byte[] value) {
        if (name.startsWith(TRACK)) {
            trackIds.add(name);
            trackIds.add(new String(value, UTF_8));
        }
    }

    private static byte[] needed(String name, byte @Nullable [] value) throws Unreadable {
        if (value == null) {
            throw new Unreadable("it has no field \"%s\"", name);
        }
        return value;
    }

    String id() throws Unreadable {
        return new String(needed("id", id), UTF_8);
    }

    byte[] type() throws Unreadable {
        return needed("type", type);
    }

    /** Who is said to have sent it, if anybody. */
    byte @Nullable [] authInfo() {
        return authInfo;
    }

    byte[] serialization() throws Unreadable {
        return needed("ser", ser);
    }

    byte[] compression() throws Unreadable {
        return needed("comp", comp);
    }

    byte[] payload() throws Unreadable {
        return needed("payload", payload);
    }

    /** The stream's own when it names none. The name becomes part of keys when it is handed on, so it is checked. */
    String queue() throws Unreadable {
        if (queue == null || Arrays.equals(queue, AUTO)) {
            return StreamEvent.AUTO;
        }
        var name = new String(queue, UTF_8);
        if (!Names.isName(name)) {
            throw new Unreadable("its queue has no valid name");
        }
        return name;
    }

    TrackIds trackIds() {
        return TrackIds.of(trackIds.toArray(String[]::new));
    }

    /** One that is not as it should be is none: a trace is no reason to lose a message. */
    Optional<TraceParent> trace() {
        return trace == null || trace.length > LONGEST_TRACE
                ? Optional.empty()
                : TraceParent.parse(new String(trace, UTF_8));
    }
}
