package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.config.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/**
 * Decompresses payloads within a limit: memory follows what may really be there, whatever the data claim about their
 * size, and ends at about twice the limit, besides what a format needs for itself. A payload is one compressed whole: nothing
 * comes after it, and what is in it is not decompressed again.
 */
final class Decompressor {
    private static final WireNames<Compression> COMPRESSIONS = WireNames.of(Compression.class);
    private static final int SMALLEST_BUFFER = 512;

    private Decompressor() {}

    /**
     * The bytes that were compressed.
     *
     * @param comp as in messages, with or without a level: {@code lz4:16}
     * @param limit how many they may be
     */
    static byte[] decompress(byte[] comp, byte[] bytes, int limit) throws IOException {
        var compression = COMPRESSIONS.find(comp);
        if (compression == null) {
            throw new Unreadable("\"%s\" is no compression that is read", new String(comp, UTF_8));
        }
        if (compression.format() == Compression.Format.NONE) {
            return checkSize(bytes, limit);
        }
        return compression.format() == Compression.Format.LZ4 && Lz4Reader.canRead(bytes)
                ? Lz4Reader.read(bytes, limit)
                : throughStreams(compression.format(), bytes, limit);
    }

    private static byte[] throughStreams(Compression.Format format, byte[] bytes, int limit) throws IOException {
        boolean isXz = format == Compression.Format.LZMA;
        var in = new ByteArrayInputStream(isXz ? Xz.narrowed(bytes, limit) : bytes);
        try (var plain = isXz ? Xz.plain(in, limit) : plain(format, in)) {
            var read = read(plain, Math.max(SMALLEST_BUFFER, 4L * bytes.length), limit);
            int rest = in.available() + (plain instanceof Zlib zlib ? zlib.rest() : 0);
            if (rest > 0) {
                throw goesOn();
            }
            return read;
        }
    }

    private static byte[] checkSize(byte[] bytes, int limit) throws Unreadable {
        if (bytes.length > limit) {
            throw tooLarge();
        }
        return bytes;
    }

    static Unreadable goesOn() {
        return new Unreadable("there is more in the payload after the end of its compressed data");
    }

    static Unreadable tooLarge() {
        return new Unreadable("the payload is larger than its stream's max-payload-size");
    }

    private static InputStream plain(Compression.Format format, InputStream in) throws IOException {
        return switch (format) {
            case NONE, LZMA -> in;
            case LZ4 -> new FramedLZ4CompressorInputStream(in);
            case ZIP -> new Zlib(in);
            case GZIP -> new GzipCompressorInputStream(in);
            case BZ2 -> new BZip2CompressorInputStream(in);
        };
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
                throw tooLarge();
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * length, limit));
            buffer[length++] = (byte) next;
        }
    }

    private static final class Zlib extends InflaterInputStream {
        Zlib(InputStream in) {
            super(in, new Inflater());
        }

        /** Bytes that it has taken, and that are after the end. */
        int rest() {
            return inf.getRemaining();
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end(); // nobody else does for an inflater that was handed over
        }
    }
}
