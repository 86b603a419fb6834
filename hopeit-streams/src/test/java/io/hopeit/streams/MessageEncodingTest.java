package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.TYPES;
import static io.hopeit.streams.Messages.origin;
import static io.hopeit.streams.Messages.random;
import static io.hopeit.streams.Messages.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.DataObject;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.config.Compression;
import io.hopeit.config.Serialization;
import io.hopeit.config.StreamSettings;
import io.hopeit.spi.Json;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.Messages.Data;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageEncodingTest {
    private static final Instant SUBMITTED = Instant.parse("2026-11-21T05:16:15.870931Z");
    private static final StreamSettings PLAIN = settings(Serialization.JSON, Compression.NONE);

    private final MessageCodec codec = new MessageCodec(new Json());

    @DataObject(eventTs = "ts")
    record At(Instant ts) {}

    @DataObject(eventTs = "ts")
    record AtOffset(OffsetDateTime ts) {}

    @DataObject(eventTs = "ts")
    record AtZone(ZonedDateTime ts) {}

    @DataObject(eventTs = "ts")
    record AtText(String ts) {}

    private static Map<String, String> texts(Map<String, byte[]> fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> texts.put(name, new String(value, UTF_8)));
        return texts;
    }

    @Test
    void writesTheFieldsOfHopeitInTheirOrder() {
        var fields = texts(codec.encode(Payload.of(new Data("data", 42)), origin(), "high-prio", PLAIN, SUBMITTED));

        assertThat(fields)
                .containsExactly(
                        Map.entry("id", "data"),
                        Map.entry("type", "model.Data"),
                        Map.entry("submit_ts", "2026-11-21T05:16:15.870931+00:00"),
                        Map.entry("event_ts", ""),
                        Map.entry("track.operation_id", "op"),
                        Map.entry("track.request_id", "req"),
                        Map.entry("track.request_ts", "2026-11-21T05:16:15+00:00"),
                        Map.entry("track.caller", "me"),
                        Map.entry("stream.name", "in"),
                        Map.entry("event.app", "shop.1x0"),
                        Map.entry("auth_info", "eyJhdXRoX3R5cGUiOiAiVW5zZWN1cmVkIiwgImFsbG93ZWQiOiB0cnVlfQ=="),
                        Map.entry("ser", "json"),
                        Map.entry("comp", "none"),
                        Map.entry("payload", "{\"x\":\"data\",\"y\":42}"),
                        Map.entry("queue", "high-prio"));
    }

    @Test
    void aTrackIdCannotReplaceAnotherField() {
        var ids = new TrackIds(Map.of("type", "model.Other", "payload", "1", "queue", "other"));
        var origin = new Origin(ids, Identity.ANONYMOUS);

        assertThat(texts(codec.encode(Payload.of(new Data("data", 42)), origin, "AUTO", PLAIN)))
                .containsEntry("type", "model.Data")
                .containsEntry("payload", "{\"x\":\"data\",\"y\":42}")
                .containsEntry("queue", "AUTO");
    }

    @Test
    void aPayloadWithoutAnIdHasARandomOne() {
        var fields = texts(codec.encode(Payload.of("text"), origin(), "AUTO", PLAIN));

        assertThat(fields).containsEntry("type", "java.lang.String").containsEntry("payload", "\"text\"");
        assertThat(UUID.fromString(fields.get("id")).version()).isEqualTo(4);
        assertThat(texts(codec.encode(Payload.of(new Data(null, 1)), origin(), "AUTO", PLAIN))
                        .get("id"))
                .hasSize(36);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(new At(SUBMITTED), "2026-11-21T05:16:15.870931+00:00"),
                Arguments.of(new At(Instant.parse("2026-11-21T05:16:15Z")), "2026-11-21T05:16:15+00:00"),
                Arguments.of(
                        new AtOffset(OffsetDateTime.parse("2026-11-21T05:16:15+02:00")), "2026-11-21T03:16:15+00:00"),
                Arguments.of(
                        new AtZone(ZonedDateTime.parse("2026-11-21T05:16:15.1+01:00[Europe/Madrid]")),
                        "2026-11-21T04:16:15.100000+00:00"),
                Arguments.of(new AtText("yesterday"), "yesterday"),
                Arguments.of(new At(null), ""));
    }

    @ParameterizedTest
    @MethodSource("times")
    void eventTimesAreWrittenInUtcAndTextsAsTheyAre(Object payload, String written) {
        assertThat(texts(codec.encode(Payload.of(payload), origin(), "AUTO", PLAIN)))
                .containsEntry("event_ts", written);
    }

    @Test
    void writesLz4FramesAsPythonDoes() {
        var fields = codec.encode(
                Payload.of(new Data("data", 42)), origin(), "AUTO", settings(Serialization.JSON, Compression.LZ4));

        assertThat(HexFormat.of().formatHex(fields.get("payload")))
                .isEqualTo("04224d1868401300000000000000fa130000807b2278223a2264617461222c2279223a34327d00000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_521, 65_522, 200_000})
    void payloadsOfAnySizeAreReadAsTheyWereCompressed(int size) {
        for (Data payload : List.of(new Data("a".repeat(size), 42), new Data(random(size), 42))) {
            for (Compression compression : Compression.values()) {
                var fields =
                        codec.encode(Payload.of(payload), origin(), "AUTO", settings(Serialization.JSON, compression));

                assertThat(codec.decode(fields, TYPES, LIMIT))
                        .extracting(decoded -> ((Message) decoded).payload())
                        .isEqualTo(payload);
            }
        }
    }
}
