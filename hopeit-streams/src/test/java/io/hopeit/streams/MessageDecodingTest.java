package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.TYPES;
import static io.hopeit.streams.Messages.hex;
import static io.hopeit.streams.Messages.message;
import static io.hopeit.streams.Messages.origin;
import static io.hopeit.streams.Messages.random;
import static io.hopeit.streams.Messages.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.config.Compression;
import io.hopeit.config.Serialization;
import io.hopeit.spi.Json;
import io.hopeit.spi.TraceParent;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.Messages.Data;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecodingTest {
    private static final String GOLDEN_JSON = "7b2278223a2264617461222c2279223a34327d";

    private final MessageCodec codec = new MessageCodec(new Json());

    private Decoded decode(Map<String, byte[]> fields) {
        return codec.decode(fields, TYPES, LIMIT);
    }

    private interface Wrapper {
        OutputStream around(OutputStream out) throws Exception;
    }

    private static byte[] through(Wrapper wrapper, byte[] bytes) throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var out = wrapper.around(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "json, none, 7b2278223a2264617461222c2279223a34327d",
        "json, lz4, 04224d1868401300000000000000fa130000807b2278223a2264617461222c2279223a34327d00000000",
        "json, lz4:0, 04224d1868401300000000000000fa130000807b2278223a2264617461222c2279223a34327d00000000",
        "json, lz4:16, 04224d1868401300000000000000fa130000807b2278223a2264617461222c2279223a34327d00000000",
        "json, zip, 789cab56aa50b2524a492c4954d251aa54b23231aa050036bd0556",
        "json, zip:9, 789cab56aa50b2524a492c4954d251aa54b23231aa050036bd0556",
        "json+base64, none, 65794a34496a6f695a47463059534973496e6b694f6a517966513d3d",
        "json+base64, lz4, 04224d1868401c000000000000008f1c00008065794a34496a6f695a47463059534973496e6b694f6a517966513d"
                + "3d00000000",
        "json, lzma, fd377a585a000004e6d6b4460200210116000000742fe5a30100127b2278223a2264617461222c2279223a34327d000095e3"
                + "65b5db87c5e900012b139c0948d21fb6f37d010000000004595a",
    })
    void readsWhatHopeitWrites(String ser, String comp, String payload) {
        assertThat(decode(message(ser, comp, hex(payload))))
                .isEqualTo(new Message(new Data("data", 42), "ev1", "model.Data", received(), "AUTO"));
    }

    private static Origin received() {
        return new Origin(new TrackIds(Map.of("track.request_id", "req")), Identity.ANONYMOUS);
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Compression compression) {
        for (Serialization serialization : Serialization.values()) {
            for (int size : new int[] {0, 10, 100_000}) {
                var data = new Data(random(size), 42);
                var fields = codec.encode(Payload.of(data), origin(), "q", settings(serialization, compression));

                assertThat(decode(fields)).isInstanceOfSatisfying(Message.class, message -> {
                    assertThat(message.payload()).isEqualTo(data);
                    assertThat(message.queue()).isEqualTo("q");
                });
            }
        }
    }

    @Test
    void readsTheLinkedBlocksThatPythonWritesAbove64KiB() throws Exception {
        var data = new Data(random(1000).repeat(200), 42);
        var linked = new FramedLZ4CompressorOutputStream.Parameters(
                BlockSize.K64,
                true,
                false,
                true,
                BlockLZ4CompressorOutputStream.createParameterBuilder().build());
        var payload = through(out -> new FramedLZ4CompressorOutputStream(out, linked), new Json().write(data));
        assertThat(payload[4] & 0x20).as("block independence").isZero();

        assertThat(decode(message("json", "lz4", payload)))
                .extracting(d -> ((Message) d).payload())
                .isEqualTo(data);
    }

    @Test
    void aMessageWithoutAQueueIsInTheStreamsOwn() {
        var fields = message("json", "none", hex(GOLDEN_JSON));
        fields.remove("queue");

        assertThat(decode(fields)).extracting(d -> ((Message) d).queue()).isEqualTo("AUTO");
    }

    @Test
    void aTraceGoesFromMessageToMessage() {
        var trace = TraceParent.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var sent = new Origin(origin().trackIds(), Identity.ANONYMOUS, trace);

        var fields = codec.encode(
                Payload.of(new Data("data", 42)), sent, "AUTO", settings(Serialization.JSON, Compression.NONE));

        assertThat(fields)
                .containsEntry("traceparent", trace.orElseThrow().toString().getBytes(UTF_8));
        assertThat(decode(fields))
                .extracting(d -> ((Message) d).origin().trace())
                .isEqualTo(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-xyz", "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
    void aTraceThatIsNoneIsLeftOut(String text) {
        var fields = message("json", "none", hex(GOLDEN_JSON));
        fields.put("traceparent", text.getBytes(UTF_8));

        assertThat(decode(fields))
                .extracting(d -> ((Message) d).origin().trace())
                .isEqualTo(Optional.empty());
    }

    static Stream<Arguments> malformed() {
        var json = hex(GOLDEN_JSON);
        return Stream.of(
                Arguments.of(
                        "ser",
                        "pickle:5",
                        json,
                        "serialization pickle:5 is never read, as reading it can run code: write json"),
                Arguments.of("ser", "", json, "\"\" is no serialization that is read"),
                Arguments.of("comp", "rar", json, "\"rar\" is no compression that is read"),
                Arguments.of("comp", "zip:", json, "\"zip:\" is no compression that is read"),
                Arguments.of("comp", "bz2:9", json, "the payload cannot be read: Stream is not in the BZip2 format"),
                Arguments.of("comp", "lzma", json, "the payload cannot be read: Input is not in the XZ format"),
                Arguments.of("comp", "lz4", json, "the payload cannot be read: Not a LZ4 frame stream"),
                Arguments.of("comp", "lz4", new byte[0], "the payload cannot be read: Not a LZ4 frame stream"),
                Arguments.of("comp", "zip", json, "the payload cannot be read: incorrect header check"),
                Arguments.of("comp", "gzip", json, "the payload cannot be read: Input is not in the .gz format."),
                Arguments.of("ser", "json+base64", json, "the payload is not Base64"),
                Arguments.of("ser", "json", "{".getBytes(UTF_8), "payload: is not JSON (line 1, column 2)"),
                Arguments.of("ser", "json", "null".getBytes(UTF_8), "the payload is null"),
                Arguments.of("ser", "json", "{\"y\":\"no\"}".getBytes(UTF_8), "payload: y must be a whole number"),
                Arguments.of("type", "model.Other", json, "\"model.Other\" is no type that the event takes"),
                Arguments.of(
                        "type", "java.lang.Runtime", json, "\"java.lang.Runtime\" is no type that the event takes"),
                Arguments.of("type", "java.net.URL", json, "\"java.net.URL\" is no type that the event takes"),
                Arguments.of("type", "", json, "\"\" is no type that the event takes"),
                Arguments.of("type", "evil\nline", json, "\"evil?line\" is no type that the event takes"),
                Arguments.of("queue", "a b", json, "its queue has no valid name"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String field, String value, byte[] payload, String reason) {
        var fields = message("json", "none", payload);
        fields.put(field, value.getBytes(UTF_8));

        assertThat(decode(fields)).isEqualTo(new Malformed(reason));
    }

    @ParameterizedTest
    @CsvSource({"id", "type", "ser", "comp", "payload"})
    void aMissingFieldIsNamed(String field) {
        var fields = message("json", "none", hex(GOLDEN_JSON));
        fields.remove(field);

        assertThat(decode(fields)).isEqualTo(new Malformed("it has no field \"" + field + "\""));
    }

    @Test
    void anEmptyEntryIsMalformed() {
        assertThat(decode(Map.of())).isInstanceOf(Malformed.class);
    }

    /** Whatever the bytes are, there is an answer. */
    @Test
    void nothingIsThrownForAnyDamage() {
        var random = new Random(42);
        for (Compression compression : Compression.values()) {
            var good = codec.encode(
                    Payload.of(new Data(random(300), 42)),
                    origin(),
                    "AUTO",
                    settings(Serialization.JSON_BASE64, compression));
            for (int i = 0; i < 2000; i++) {
                var payload = good.get("payload").clone();
                payload[random.nextInt(payload.length)] ^= (byte) (1 << random.nextInt(8));
                good.put("payload", java.util.Arrays.copyOf(payload, random.nextInt(payload.length + 1)));

                assertThat(decode(good)).isNotNull();

                good.put("payload", payload);
            }
        }
    }
}
