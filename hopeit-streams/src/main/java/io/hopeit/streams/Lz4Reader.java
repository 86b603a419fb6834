package io.hopeit.streams;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Reads a frame of LZ4 in one piece, if it is as {@link Lz4Frame} writes it, and Python up to 64 KiB: with its size, in
 * independent blocks, and with no checksum but that of its header. A stream took 50 KB for a payload of 200 bytes.
 */
final class Lz4Reader {
    private static final LZ4SafeDecompressor LZ4 = LZ4Factory.safeInstance().safeDecompressor();
    private static final int FLAGS = Integer.BYTES;
    private static final int BLOCKS = FLAGS + 1;
    private static final int SIZE = BLOCKS + 1;
    private static final int CHECKSUM = SIZE + Long.BYTES;
    /** What a byte of compressed data can become. */
    private static final int MOST_OF_A_BYTE = 255;

    private final byte[] bytes;
    private final ByteBuffer frame;
    private final int largestBlock;
    private final byte[] content;
    private int length;

    private Lz4Reader(byte[] bytes, int size) {
        this.bytes = bytes;
        this.frame = littleEndian(bytes).position(CHECKSUM + 1);
        this.largestBlock = largestBlock(bytes[BLOCKS]);
        this.content = new byte[size];
    }

    /** Whether a frame is one of these, by its header. */
    static boolean canRead(byte[] bytes) {
        return bytes.length > CHECKSUM
                && littleEndian(bytes).getInt() == Lz4Frame.MAGIC
                && bytes[FLAGS] == Lz4Frame.FLAGS
                && largestBlock(bytes[BLOCKS]) > 0
                && bytes[CHECKSUM] == Lz4Frame.checksum(bytes);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** In bytes, as four numbers stand for them; 0 for anything else. */
    private static int largestBlock(byte sign) {
        return switch (sign) {
            case 0x40 -> 1 << 16;
            case 0x50 -> 1 << 18;
            case 0x60 -> 1 << 20;
            case 0x70 -> 1 << 22;
            default -> 0;
        };
    }

    /** What was compressed. */
    static byte[] read(byte[] bytes, int limit) throws Unreadable {
        long size = littleEndian(bytes).getLong(SIZE);
        if (size < 0 || size > (long) MOST_OF_A_BYTE * bytes.length) {
            throw broken();
        }
        if (size > limit) {
            throw Decompressor.tooLarge();
        }
        try {
            return new Lz4Reader(bytes, (int) size).read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | LZ4Exception e) {
            throw broken();
        }
    }

    private static Unreadable broken() {
        return new Unreadable("the payload is an LZ4 frame that is broken, or has another size than it says");
    }

    private byte[] read() throws Unreadable {
        for (int block = frame.getInt(); block != 0; block = frame.getInt()) {
            int size = block & ~Lz4Frame.NOT_COMPRESSED;
            int room = Math.min(largestBlock, content.length - length);
            if (block == size) {
                length += LZ4.decompress(bytes, frame.position(), size, content, length, room);
                frame.position(frame.position() + size);
            } else if (size <= room) {
                frame.get(content, length, size);
                length += size;
            } else {
                throw broken();
            }
        }
        if (length < content.length) {
            throw broken();
        }
        if (frame.hasRemaining()) {
            throw Decompressor.goesOn();
        }
        return content;
    }
}
