package io.hopeit.streams;

import io.hopeit.config.Compression;
import io.hopeit.config.WireName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/** Compresses payloads as hopeit.engine does, and decompresses them within a limit. */
final class Compressor {
    private static final Pattern LEVEL = Pattern.compile(":\\d{1,2}$");
    private static final Set<String> NOT_YET = Set.of("bz2", "lzma");
    private static final LZ4Factory LZ4 = LZ4Factory.safeInstance();
    private static final XXHash32 XXHASH = XXHashFactory.safeInstance().hash32();
    private static final int LZ4_FLAGS = 4;
    private static final int LZ4_INDEPENDENT_BLOCKS = 0x20;
    private static final int SMALLEST_BUFFER = 512;

    private Compressor() {}

    static byte[] compress(Compression compression, byte[] bytes) {
        return switch (compression) {
            case NONE -> bytes;
            case LZ4 -> through(bytes, out -> lz4(out, bytes.length));
            case ZIP -> through(bytes, DeflaterOutputStream::new);
            case GZIP -> through(bytes, GZIPOutputStream::new);
        };
    }

    @FunctionalInterface
    private interface Wrapper {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] bytes, Wrapper wrapper) {
        var compressed = new ByteArrayOutputStream(bytes.length / 2 + SMALLEST_BUFFER);
        try (var out = wrapper.around(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static OutputStream lz4(OutputStream out, int size) throws IOException {
        return new LZ4FrameOutputStream(
                out,
                BLOCKSIZE.SIZE_64KB,
                size,
                LZ4.fastCompressor(),
                XXHASH,
                FLG.Bits.BLOCK_INDEPENDENCE,
                FLG.Bits.CONTENT_SIZE);
    }

    /**
     * The bytes that were compressed, at most {@code limit}. Memory follows what is really there, whatever the data
     * claim about their size, and never exceeds about twice the limit.
     *
     * @param comp as in messages, with or without a level: {@code lz4:16}
     */
    static byte[] decompress(String comp, byte[] bytes, int limit) throws IOException {
        var name = LEVEL.matcher(comp).replaceFirst("");
        if (NOT_YET.contains(name)) {
            throw new Unreadable("compression %s is not supported yet", name);
        }
        var compression = WireName.find(Compression.class, name)
                .orElseThrow(() -> new Unreadable("\"%s\" is no known compression", comp));
        if (compression == Compression.NONE) {
            return checkSize(bytes, limit);
        }
        try (var in = decompressing(compression, bytes)) {
            return read(in, Math.max(SMALLEST_BUFFER, 4L * bytes.length), limit);
        }
    }

    private static byte[] checkSize(byte[] bytes, int limit) throws Unreadable {
        if (bytes.length > limit) {
            throw tooLarge(limit);
        }
        return bytes;
    }

    private static Unreadable tooLarge(int limit) {
        return new Unreadable("the payload is larger than max-payload-size, %d bytes", limit);
    }

    private static InputStream decompressing(Compression compression, byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        return switch (compression) {
            case NONE -> in;
            case LZ4 ->
                hasLinkedBlocks(bytes)
                        ? new FramedLZ4CompressorInputStream(in)
                        : new LZ4FrameInputStream(in, LZ4.safeDecompressor(), XXHASH, true);
            case ZIP -> new InflaterInputStream(in);
            case GZIP -> new GZIPInputStream(in);
        };
    }

    /** As Python writes above 64 KiB; lz4-java reads independent blocks only, and faster. */
    private static boolean hasLinkedBlocks(byte[] bytes) {
        return bytes.length > LZ4_FLAGS && (bytes[LZ4_FLAGS] & LZ4_INDEPENDENT_BLOCKS) == 0;
    }

    private static byte[] read(InputStream in, long likelySize, int limit) throws IOException {
        var buffer = new byte[(int) Math.min(likelySize, limit)];
        int length = 0;
        while (true) {
            length += in.readNBytes(buffer, length, buffer.length - length);
            if (length < buffer.length) {
                return Arrays.copyOf(buffer, length);
            }
            int next = in.read();
            if (next < 0) {
                return buffer;
            }
            if (length == limit) {
                throw tooLarge(limit);
            }
            buffer = java.util.Arrays.copyOf(buffer, (int) Math.min(2L * length, limit));
            buffer[length++] = (byte) next;
        }
    }
}
