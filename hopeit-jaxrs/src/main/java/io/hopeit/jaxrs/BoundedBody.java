package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A request body that may not be larger than a limit, whatever its headers say.
 *
 * @param expected how many bytes it probably has, or a negative number
 */
record BoundedBody(InputStream in, long limit, long expected) {
    private static final int USUAL = 1024;
    private static final int LARGE = 64 * 1024;

    byte[] readAll() throws IOException {
        int most = (int) Math.min(limit, Integer.MAX_VALUE - 8);
        // the JDK's own method begins with 16 KB for each request; one more byte, to see the end without another try
        long first = expected < 0 ? USUAL : Math.min(expected + 1, LARGE);
        var bytes = new byte[(int) Math.min(most, first)];
        int size = in.readNBytes(bytes, 0, bytes.length);
        while (size == bytes.length && size < most) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(4L * size, most));
            size += in.readNBytes(bytes, size, bytes.length - size);
        }
        if (size == most && in.read() >= 0) {
            throw RequestException.tooLarge(limit);
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
