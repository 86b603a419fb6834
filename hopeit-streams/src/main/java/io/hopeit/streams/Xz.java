package io.hopeit.streams;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.tukaani.xz.SingleXZInputStream;

/**
 * Reads xz containers. A writer claims how large a dictionary its data need, Python always 8 MiB, and a reader allocates
 * that. No distance in data that end at a limit is longer than the limit, so a larger claim is made smaller.
 */
final class Xz {
    /** Of the first block, which comes after the stream's own header; its first byte says its length in words. */
    private static final int HEADER = 12;

    private static final int FLAGS = HEADER + 1;
    private static final int SIZES = 0xC0;
    private static final int FILTERS = 0x03;
    private static final int FILTER = HEADER + 2;
    private static final int LZMA2 = 0x21;
    private static final int DICTIONARY = FILTER + 2;
    private static final int CHECKSUM = 4;
    private static final int LARGEST_CLAIM = 40;
    private static final int DECODER_KIB = 256;

    private Xz() {}

    /** What was compressed; it fails when that needs more memory than the limit and what any such data need. */
    static InputStream plain(InputStream narrowed, int limit) throws IOException {
        return new SingleXZInputStream(narrowed, (int) (size(claim(limit)) / 1024) + DECODER_KIB);
    }

    /** The container with a claim that fits the limit; a container that is broken stays so, and its reader says it. */
    static byte[] narrowed(byte[] bytes, int limit) {
        if (!isSimple(bytes) || bytes[DICTIONARY] <= claim(limit)) {
            return bytes;
        }
        int length = (Byte.toUnsignedInt(bytes[HEADER]) + 1) * 4 - CHECKSUM;
        int end = HEADER + length;
        if (bytes.length < end + CHECKSUM || checksum(bytes, length) != read(bytes, end)) {
            return bytes;
        }
        var narrowed = bytes.clone();
        narrowed[DICTIONARY] = (byte) claim(limit);
        write(narrowed, end, checksum(narrowed, length));
        return narrowed;
    }

    /** As Python and others write: LZMA2 and no other filter, sizes not said beforehand. */
    private static boolean isSimple(byte[] bytes) {
        return bytes.length > DICTIONARY
                && bytes[HEADER] != 0
                && (bytes[FLAGS] & (SIZES | FILTERS)) == 0
                && bytes[FILTER] == LZMA2
                && bytes[FILTER + 1] == 1
                && bytes[DICTIONARY] <= LARGEST_CLAIM;
    }

    /** The smallest that is enough. */
    private static int claim(int limit) {
        int claim = 0;
        while (size(claim) < limit) {
            claim++;
        }
        return claim;
    }

    /** Of a dictionary, by the byte that claims it: 4 KiB, 6 KiB, 8 KiB, 12 KiB and so on. */
    private static long size(int claim) {
        return (2L | (claim & 1)) << (claim / 2 + 11);
    }

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, HEADER, length);
        return (int) crc.getValue();
    }

    private static int read(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static void write(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    }
}
