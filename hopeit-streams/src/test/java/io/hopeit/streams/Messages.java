package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.DataObject;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.config.Compression;
import io.hopeit.config.Envelope;
import io.hopeit.config.Serialization;
import io.hopeit.config.StreamSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Messages for tests. */
final class Messages {
    static final int LIMIT = 1 << 20;

    static final MessageTypes TYPES =
            new MessageTypes(Map.of("model.Data", Data.class, "java.lang.String", String.class));

    private Messages() {}

    @DataObject(value = "model.Data", eventId = "x")
    record Data(String x, int y) {}

    static StreamSettings settings(Serialization serialization, Compression compression) {
        return settings(Envelope.FULL, serialization, compression);
    }

    static StreamSettings settings(Envelope envelope, Serialization serialization, Compression compression) {
        var usual = StreamSettings.defaults("key");
        var publish = new StreamSettings.Publish(
                envelope,
                serialization,
                compression,
                LIMIT,
                0,
                Duration.ZERO,
                usual.publish().trimming());
        return new StreamSettings("key", 1, usual.consume(), publish, usual.overrides());
    }

    static Origin origin() {
        var ids = new LinkedHashMap<String, String>();
        ids.put(TrackIds.OPERATION_ID, "op");
        ids.put(TrackIds.REQUEST_ID, "req");
        ids.put(TrackIds.REQUEST_TS, "2026-11-21T05:16:15+00:00");
        ids.put(TrackIds.EVENT_APP, "shop.1x0");
        ids.put("track.caller", "me");
        ids.put("stream.name", "in");
        return new Origin(new TrackIds(ids), Identity.ANONYMOUS);
    }

    /** A message as Python writes it, but for what a test replaces. */
    static Map<String, byte[]> message(String ser, String comp, byte[] payload) {
        var fields = new HashMap<String, byte[]>();
        fields.put("id", "ev1".getBytes(UTF_8));
        fields.put("type", "model.Data".getBytes(UTF_8));
        fields.put("submit_ts", "2026-11-21T05:16:15.870931+00:00".getBytes(UTF_8));
        fields.put("event_ts", new byte[0]);
        fields.put("track.request_id", "req".getBytes(UTF_8));
        fields.put("event.app", "other.1x0".getBytes(UTF_8));
        fields.put("auth_info", "e30=".getBytes(UTF_8));
        fields.put("ser", ser.getBytes(UTF_8));
        fields.put("comp", comp.getBytes(UTF_8));
        fields.put("payload", payload);
        fields.put("queue", "AUTO".getBytes(UTF_8));
        return fields;
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    static String random(int size) {
        return new Random(1)
                .ints(size, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
