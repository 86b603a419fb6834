package io.hopeit.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An answer that is read and thrown away, with as little work as possible: clients share the machine with the server. */
final class HttpAnswer {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS = "HTTP/1.1 ".length();

    private final byte[] bytes = new byte[1 << 16];
    private int count;

    /** Reads one, which has to be a success and to say how long it is unless it is empty. */
    void readFrom(InputStream in) throws IOException {
        count = 0;
        int end = -1;
        while (end < 0) {
            more(in);
            end = headEnd();
        }
        if (bytes[STATUS] != '2') {
            throw new IOException(new String(bytes, 0, count, StandardCharsets.UTF_8));
        }
        int whole = end + length(end);
        while (count < whole) {
            more(in);
        }
    }

    private void more(InputStream in) throws IOException {
        int read = in.read(bytes, count, bytes.length - count);
        if (read <= 0) {
            throw new IOException("the connection was closed, or the answer is too long");
        }
        count += read;
    }

    private int headEnd() {
        for (int i = 3; i < count; i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int headEnd) throws IOException {
        for (int i = 0; i < headEnd - LENGTH.length; i++) {
            if (bytes[i] == '\n' && isLength(i + 1)) {
                return number(i + 1 + LENGTH.length);
            }
        }
        if (bytes[STATUS + 1] == '0' && bytes[STATUS + 2] == '4') {
            return 0;
        }
        throw new IOException("an answer does not say how long it is");
    }

    private boolean isLength(int start) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((bytes[start + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int number(int start) {
        int number = 0;
        for (int i = start; bytes[i] != '\r'; i++) {
            if (bytes[i] != ' ') {
                number = 10 * number + bytes[i] - '0';
            }
        }
        return number;
    }
}
