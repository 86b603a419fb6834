package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.TYPES;
import static io.hopeit.streams.Messages.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hopeit.config.Compression;
import io.hopeit.spi.Json;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream.BlockSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

class PayloadLimitsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MIB = 1 << 20;
    private static final int BOMB = 256 * MIB;
    private static final Malformed TOO_LARGE =
            new Malformed("the payload is larger than its stream's max-payload-size");

    private final MessageCodec codec = new MessageCodec(new Json());

    private interface Wrapper {
        OutputStream around(OutputStream out) throws Exception;
    }

    private static byte[] zeros(int size, Wrapper wrapper) throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var out = wrapper.around(compressed)) {
            var some = new byte[64 * 1024];
            for (int left = size; left > 0; left -= some.length) {
                out.write(some, 0, Math.min(left, some.length));
            }
        }
        return compressed.toByteArray();
    }

    private static OutputStream linked(OutputStream out) throws Exception {
        var parameters = new FramedLZ4CompressorOutputStream.Parameters(
                BlockSize.M4,
                false,
                false,
                true,
                BlockLZ4CompressorOutputStream.createParameterBuilder().build());
        return new FramedLZ4CompressorOutputStream(out, parameters);
    }

    private static OutputStream xz(OutputStream out, int dictionary) throws Exception {
        var options = new LZMA2Options(0);
        options.setDictSize(dictionary);
        return new XZOutputStream(out, options);
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("zip", BOMB, (Wrapper) DeflaterOutputStream::new),
                Arguments.of("gzip", BOMB, (Wrapper) GZIPOutputStream::new),
                Arguments.of("bz2", BOMB / 4, (Wrapper) BZip2CompressorOutputStream::new),
                Arguments.of("lzma", BOMB / 4, (Wrapper) out -> xz(out, MIB)),
                Arguments.of("lzma", BOMB / 4, (Wrapper) out -> xz(out, 64 * MIB)),
                Arguments.of("lz4", BOMB, (Wrapper) out -> new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_64KB)),
                Arguments.of("lz4", BOMB, (Wrapper) out -> new LZ4FrameOutputStream(out, BLOCKSIZE.SIZE_4MB)),
                Arguments.of("lz4", 32 * MIB, (Wrapper) PayloadLimitsTest::linked));
    }

    /** Bytes that the calling thread allocates. */
    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** What blocks of bzip2 of the usual size need, which is known beforehand. */
    private static long ofFormat(String comp) {
        return comp.equals("bz2") ? 5L * MIB : MIB;
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void aBombEndsAtTheLimitInTimeAndMemory(String comp, int size, Wrapper wrapper) throws Exception {
        var bomb = message("json", comp, zeros(size, wrapper));
        codec.decode(bomb, TYPES, LIMIT); // classes are loaded

        long before = allocated();
        long start = THREADS.getCurrentThreadCpuTime(); // what others do meanwhile is not counted
        var decoded = codec.decode(bomb, TYPES, LIMIT);
        var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        long used = allocated() - before;

        assertThat(decoded).isEqualTo(TOO_LARGE);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(used - bomb.get("payload").length).isLessThan(3L * LIMIT + ofFormat(comp));
    }

    @Test
    void aDictionaryThatCannotBeMadeSmallerIsRefused() throws Exception {
        var options = new LZMA2Options(0);
        options.setDictSize(64 * MIB);
        var filters = new FilterOptions[] {new X86Options(), options};
        var payload = zeros(MIB / 2, out -> new XZOutputStream(out, filters));

        assertThat(codec.decode(message("json", "lzma", payload), TYPES, LIMIT))
                .isInstanceOfSatisfying(Malformed.class, malformed -> assertThat(malformed.reason())
                        .contains("of memory"));
    }

    @ParameterizedTest
    @EnumSource
    void aByteMoreThanTheLimitIsTooMuch(Compression compression) {
        var large = Compressor.compress(compression, new byte[LIMIT + 1]);

        assertThat(codec.decode(message("json", compression.wireName(), large), TYPES, LIMIT))
                .isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void aPayloadOfExactlyTheLimitIsRead(Compression compression) {
        var json = ("\"" + "a".repeat(LIMIT - 2) + "\"").getBytes(UTF_8);
        var fields = message("json", compression.wireName(), Compressor.compress(compression, json));
        fields.put("type", "java.lang.String".getBytes(UTF_8));

        assertThat(codec.decode(fields, TYPES, LIMIT)).isInstanceOf(Message.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void nothingMayFollowThePayload(Compression compression) {
        var payload = Compressor.compress(compression, "{\"x\":\"data\",\"y\":42}".getBytes(UTF_8));
        var garbage = Arrays.copyOf(payload, payload.length + 1);
        var twice = Arrays.copyOf(payload, 2 * payload.length);
        System.arraycopy(payload, 0, twice, payload.length, payload.length);

        for (byte[] more : new byte[][] {garbage, twice}) {
            assertThat(codec.decode(message("json", compression.wireName(), more), TYPES, LIMIT))
                    .isEqualTo(new Malformed("there is more in the payload after the end of its compressed data"));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPayloadThatEndsTooSoonIsRefused(Compression compression) {
        var payload = Compressor.compress(compression, "{\"x\":\"data\",\"y\":42}".getBytes(UTF_8));
        var cut = Arrays.copyOf(payload, payload.length - 1);

        assertThat(codec.decode(message("json", compression.wireName(), cut), TYPES, LIMIT))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aSmallLz4PayloadTakesNoMemoryForAWholeBlock() {
        var payload = Compressor.compress(Compression.LZ4, "{\"x\":\"data\",\"y\":42}".getBytes(UTF_8));
        var fields = message("json", "lz4", payload);
        codec.decode(fields, TYPES, LIMIT); // classes are loaded

        long before = allocated();
        var decoded = codec.decode(fields, TYPES, LIMIT);
        long used = allocated() - before;

        assertThat(decoded).isInstanceOf(Message.class);
        assertThat(used).isLessThan(16 * 1024L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-MIB, -1, 1, 200, MIB / 2, BOMB})
    void anLz4FrameWithAnotherSizeThanItClaimsIsRefused(int more) {
        var json = "{\"x\":\"%s\",\"y\":42}".formatted("data".repeat(MIB / 64)).getBytes(UTF_8);
        var payload = Compressor.compress(Compression.LZ4, json);
        var frame = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(6, json.length + more);
        frame.put(14, (byte) (XXHashFactory.safeInstance().hash32().hash(payload, 4, 10, 0) >>> 8));

        assertThat(codec.decode(message("json", "lz4", payload), TYPES, LIMIT))
                .isInstanceOfSatisfying(Malformed.class, malformed -> assertThat(malformed.reason())
                        .contains("LZ4 frame"));
    }

    @ParameterizedTest
    @EnumSource
    void anLz4FrameWithBlocksOfAnySizeIsRead(BLOCKSIZE blocks) throws Exception {
        var json = "{\"x\":\"%s\",\"y\":42}".formatted("data".repeat(MIB / 8)).getBytes(UTF_8);
        var payload = new ByteArrayOutputStream();
        try (var out = new LZ4FrameOutputStream(
                payload, blocks, json.length, FLG.Bits.BLOCK_INDEPENDENCE, FLG.Bits.CONTENT_SIZE)) {
            out.write(json);
        }

        assertThat(codec.decode(message("json", "lz4", payload.toByteArray()), TYPES, LIMIT))
                .isInstanceOf(Message.class);
    }

    @Test
    void anLz4FrameWithABrokenHeaderIsRefused() {
        var payload = Compressor.compress(Compression.LZ4, "{\"x\":\"data\",\"y\":42}".getBytes(UTF_8));
        payload[14]++;

        assertThat(codec.decode(message("json", "lz4", payload), TYPES, LIMIT)).isInstanceOf(Malformed.class);
    }

    @Test
    void whatIsCompressedTwiceIsDecompressedOnce() {
        var once = Compressor.compress(Compression.ZIP, "{\"x\":\"data\",\"y\":42}".getBytes(UTF_8));
        var payload = Compressor.compress(Compression.ZIP, once);

        assertThat(codec.decode(message("json", "zip", payload), TYPES, LIMIT)).isInstanceOf(Malformed.class);
    }

    @Test
    void whatIsReadStaysAsItWas() {
        var payload = PythonMessagesTest.vectors()
                .filter(vector -> vector.comp().equals("lzma"))
                .findFirst()
                .orElseThrow()
                .payload();
        var before = payload.clone();

        codec.decode(message("json", "lzma", payload), TYPES, LIMIT);

        assertThat(payload).isEqualTo(before);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("depth", "[".repeat(100) + "]".repeat(100)),
                Arguments.of("number", "1".repeat(101)),
                Arguments.of("name", "{\"" + "n".repeat(257) + "\":1}"),
                Arguments.of("count", "[" + "[],".repeat(LIMIT / 2 - 10) + "[]]"));
    }

    /** Also where nobody wants to know it: in a member without a counterpart. */
    @ParameterizedTest
    @MethodSource
    void hostile(String what, String json) {
        var payload = "{\"x\":\"data\",\"y\":42,\"z\":%s}".formatted(json).getBytes(UTF_8);

        assertThat(codec.decode(message("json", "none", payload), TYPES, 2 * LIMIT))
                .as(what)
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":\"a\",\"x\":\"b\",\"y\":42}",
                "{\"x\":\"a\",\"y\":42}{}",
                "{\"x\":\"a\",\"y\":42} x",
                "{\"x\":\"a\",\"y\":null}",
                "{\"x\":7,\"y\":42}",
                "{\"x\":\"a\",\"y\":NaN}",
                "{'x':'a','y':42}",
                "{\"x\":\"a\",\"y\":42,}",
                "[1]"
            })
    void whatIsNotQuiteTheJsonThatIsNeededIsRefused(String json) {
        assertThat(codec.decode(message("json", "none", json.getBytes(UTF_8)), TYPES, LIMIT))
                .isInstanceOf(Malformed.class);
    }
}
