package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.TYPES;
import static io.hopeit.streams.Messages.origin;
import static io.hopeit.streams.Messages.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.Compression;
import io.hopeit.config.Envelope;
import io.hopeit.config.Serialization;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.Json;
import io.hopeit.spi.TraceParent;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Messages.Data;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactEnvelopeTest {
    private static final Instant SUBMITTED = Instant.parse("2026-11-21T05:16:15.870931Z");
    private static final StreamSettings PLAIN = settings(Envelope.COMPACT, Serialization.JSON, Compression.NONE);

    private final MessageCodec codec = new MessageCodec(new Json());

    private static Map<String, String> texts(Map<String, byte[]> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> texts.put(name, new String(value, UTF_8)));
        return texts;
    }

    private Decoded decode(Map<String, byte[]> fields) {
        return codec.decode(fields, TYPES, LIMIT);
    }

    @Test
    void saysInOneFieldWhatIsNotAsUsual() {
        var fields = texts(codec.encode(Payload.of(new Data("data", 42)), origin(), "AUTO", PLAIN, SUBMITTED));

        assertThat(fields)
                .containsExactly(
                        Map.entry("id", "data"),
                        Map.entry(
                                "header",
                                "type=model.Data&submit_ts=2026-11-21T05:16:15.870931%2b00:00&track.operation_id=op"
                                        + "&track.request_id=req&track.request_ts=2026-11-21T05:16:15%2b00:00"
                                        + "&track.caller=me&stream.name=in&event.app=shop.1x0"),
                        Map.entry("payload", "{\"x\":\"data\",\"y\":42}"));
    }

    @Test
    void saysTheSameAsTheFullOne() {
        var ids = new TrackIds(Map.of(TrackIds.REQUEST_ID, "a=b&c%d+e f\nñ\u0000", "track.", ""));
        var sender = new Identity(AuthMethod.BEARER, "me", Map.of("groups", List.of("admin")), false);
        var trace = TraceParent.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var origin = new Origin(ids, sender, trace);
        var payload = new Data("data", 42);

        for (Serialization serialization : Serialization.values()) {
            for (Compression compression : Compression.values()) {
                var compact = settings(Envelope.COMPACT, serialization, compression);
                var full = settings(serialization, compression);

                assertThat(decode(codec.encode(Payload.of(payload), origin, "high-prio", compact)))
                        .isEqualTo(decode(codec.encode(Payload.of(payload), origin, "high-prio", full)))
                        .isInstanceOf(Decoded.Message.class);
            }
        }
    }

    @Test
    void otherFieldsOfTheEntryCountMoreThanTheHeader() {
        var fields = new LinkedHashMap<>(codec.encode(Payload.of(new Data("data", 42)), origin(), "AUTO", PLAIN));
        fields.put("queue", "urgent".getBytes(UTF_8));

        assertThat(decode(fields))
                .extracting(decoded -> ((Decoded.Message) decoded).queue())
                .isEqualTo("urgent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "type", "=", "&&&", "type=model.Data%", "type=model.Data%2", "type=%zz", "type=%-1&a=b"})
    void aHeaderThatIsNoneIsMalformed(String header) {
        var fields =
                Map.of("id", "1".getBytes(UTF_8), "header", header.getBytes(UTF_8), "payload", "{}".getBytes(UTF_8));

        assertThat(decode(fields)).isInstanceOf(Malformed.class);
    }

    @Test
    void aMessageInTheFullEnvelopeMayHaveAFieldOfThatName() {
        var fields = new LinkedHashMap<>(codec.encode(
                Payload.of(new Data("data", 42)), origin(), "AUTO", settings(Serialization.JSON, Compression.NONE)));
        fields.put("header", "type=model.Other".getBytes(UTF_8));

        assertThat(decode(fields)).isInstanceOf(Decoded.Message.class);
    }
}
