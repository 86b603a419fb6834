package io.hopeit.streams;

import io.hopeit.config.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4Factory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compresses payloads as hopeit.engine does. */
final class Compressor {
    private static final LZ4Factory LZ4 = LZ4Factory.safeInstance();
    private static final int SMALLEST_BUFFER = 512;
    private static final int BZ2_BLOCK = 100_000;

    private Compressor() {}

    static byte[] compress(Compression compression, byte[] bytes) {
        int level = compression.level();
        return switch (compression.format()) {
            case NONE -> bytes;
            case LZ4 -> Lz4Frame.of(bytes, level == 0 ? LZ4.fastCompressor() : LZ4.highCompressor(level));
            case ZIP -> through(bytes, out -> new Zlib(out, level));
            case GZIP -> through(bytes, out -> new Gzip(out, level));
            case BZ2 -> through(bytes, out -> bz2(out, level, bytes.length));
            case LZMA -> through(bytes, out -> xz(out, level, bytes.length));
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

    /** A block that is larger than the payload, which can grow by a quarter in it, would cost memory only. */
    private static OutputStream bz2(OutputStream out, int level, int size) throws IOException {
        long needed = size * 5L / 4 / BZ2_BLOCK + 1;
        return new BZip2CompressorOutputStream(out, (int) Math.min(level, needed));
    }

    /** So would such a dictionary. */
    private static OutputStream xz(OutputStream out, int level, int size) throws IOException {
        var options = new LZMA2Options(level);
        options.setDictSize(Math.clamp(size, LZMA2Options.DICT_SIZE_MIN, options.getDictSize()));
        return new XZOutputStream(out, options);
    }

    private static final class Zlib extends DeflaterOutputStream {
        Zlib(OutputStream out, int level) {
            super(out, new Deflater(level));
        }

        @Override
        public void close() throws IOException {
            super.close();
            def.end(); // nobody else does for a deflater that was handed over
        }
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
