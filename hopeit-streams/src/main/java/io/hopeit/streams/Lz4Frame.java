package io.hopeit.streams;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/**
 * A payload in the frame of LZ4, in independent blocks of 64 KiB and with its size. It is made in one piece: the streams
 * of the library take two buffers of 64 KiB for each payload, however small that is.
 */
final class Lz4Frame {
    private static final XXHash32 XXHASH = XXHashFactory.safeInstance().hash32();
    static final int MAGIC = 0x184D2204;
    /** Version 1, independent blocks, with the size of the content. */
    static final byte FLAGS = 0x68;

    private static final byte BLOCKS_OF_64K = 0x40;
    private static final int MOST_OF_A_BLOCK = 1 << 16;
    static final int NOT_COMPRESSED = 1 << 31;
    /** Flags, block size and size of the content, which the checksum is of. */
    private static final int DESCRIPTOR = 10;

    private static final int AROUND = Integer.BYTES + DESCRIPTOR + 1 + Integer.BYTES;

    private final LZ4Compressor compressor;
    private final byte[] content;
    private final byte[] bytes;
    private final ByteBuffer frame;

    private Lz4Frame(byte[] content, LZ4Compressor compressor) {
        this.compressor = compressor;
        this.content = content;
        int blocks = Math.ceilDiv(content.length, MOST_OF_A_BLOCK);
        int largest = compressor.maxCompressedLength(Math.min(content.length, MOST_OF_A_BLOCK));
        this.bytes = new byte[AROUND + blocks * (Integer.BYTES + largest)];
        this.frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] of(byte[] content, LZ4Compressor compressor) {
        return new Lz4Frame(content, compressor).write();
    }

    /** Of the header of a frame. */
    static byte checksum(byte[] frame) {
        return (byte) (XXHASH.hash(frame, Integer.BYTES, DESCRIPTOR, 0) >>> 8);
    }

    private byte[] write() {
        frame.putInt(MAGIC).put(FLAGS).put(BLOCKS_OF_64K).putLong(content.length);
        frame.put(checksum(bytes));
        for (int start = 0; start < content.length; start += MOST_OF_A_BLOCK) {
            add(start, Math.min(content.length - start, MOST_OF_A_BLOCK));
        }
        frame.putInt(0);
        return Arrays.copyOf(bytes, frame.position());
    }

    private void add(int start, int length) {
        int place = frame.position() + Integer.BYTES;
        int compressed = compressor.compress(content, start, length, bytes, place);
        if (compressed < length) {
            frame.putInt(compressed).position(place + compressed);
        } else {
            frame.putInt(length | NOT_COMPRESSED).put(content, start, length);
        }
    }
}
