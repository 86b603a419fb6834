package io.hopeit.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;

/**
 * A client that does nothing but write commands and skip over answers: the ceiling that all others are compared with.
 * Not thread-safe.
 */
final class RespClient implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final Buffer sending = new Buffer();
    private final byte[] received = new byte[1 << 18];
    private int next;
    private int end;

    /** Bytes to send, which can be looked at without a copy. */
    private static final class Buffer extends ByteArrayOutputStream {
        void sendTo(OutputStream out) throws IOException {
            out.write(buf, 0, count);
            reset();
        }
    }

    RespClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.out = socket.getOutputStream();
        this.in = socket.getInputStream();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A command in the form that is sent. */
    static byte[] command(Object... words) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes("*" + words.length + "\r\n"));
        for (Object word : words) {
            var text = word instanceof byte[] raw ? raw : bytes(word.toString());
            bytes.writeBytes(bytes("$" + text.length + "\r\n"));
            bytes.writeBytes(text);
            bytes.writeBytes(bytes("\r\n"));
        }
        return bytes.toByteArray();
    }

    void add(byte[] command) {
        sending.writeBytes(command);
    }

    void flush() throws IOException {
        sending.sendTo(out);
    }

    /** Sends one command and returns the text of its answer. */
    String ask(Object... words) throws IOException {
        add(command(words));
        flush();
        return text();
    }

    /** Of a simple answer, or the texts of a list joined by spaces. */
    String text() throws IOException {
        int kind = read();
        var line = line();
        return switch (kind) {
            case '$' -> line.equals("-1") ? "" : string(Integer.parseInt(line));
            case '*' -> {
                var all = new StringBuilder();
                for (int i = 0; i < Integer.parseInt(line); i++) {
                    all.append(i == 0 ? "" : " ").append(text());
                }
                yield all.toString();
            }
            case '-' -> throw new IOException(line);
            default -> line;
        };
    }

    private String string(int length) throws IOException {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) read();
        }
        skip(2);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = read(); c != '\r'; c = read()) {
            line.append((char) c);
        }
        skip(1);
        return line.toString();
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = in.read(received);
            if (end < 0) {
                throw new IOException("the connection was closed");
            }
        }
        return received[next++];
    }

    private void skip(int count) throws IOException {
        int left = count;
        while (left > 0) {
            int there = Math.min(left, end - next);
            next += there;
            left -= there;
            if (left > 0) {
                read();
                left--;
            }
        }
    }

    private int number() throws IOException {
        int number = 0;
        boolean isNegative = false;
        for (int c = read(); c != '\r'; c = read()) {
            if (c == '-') {
                isNegative = true;
            } else {
                number = 10 * number + c - '0';
            }
        }
        skip(1);
        return isNegative ? -number : number;
    }

    /** Skips over one answer; returns whether it is an error. */
    boolean skipAnswer() throws IOException {
        int kind = read();
        switch (kind) {
            case '$' -> {
                int length = number();
                skip(length < 0 ? 0 : length + 2);
            }
            case '*' -> {
                int count = number();
                for (int i = 0; i < count; i++) {
                    skipAnswer();
                }
            }
            default -> line();
        }
        return kind == '-';
    }

    /** Reads the answer to a read of one stream; the ids go into {@code acks} as they came, the fields are skipped. */
    int entries(Acks acks) throws IOException {
        if (read() != '*') {
            throw new IOException(line());
        }
        if (number() < 0) {
            return 0;
        }
        read(); // one stream
        number();
        skipAnswer();
        read();
        int count = number();
        for (int i = 0; i < count; i++) {
            read();
            number();
            copyId(acks);
            skipAnswer();
        }
        return count;
    }

    private void copyId(Acks acks) throws IOException {
        read();
        int length = number();
        acks.begin(length);
        for (int i = 0; i < length; i++) {
            acks.add((byte) read());
        }
        acks.end();
        skip(2);
    }

    void add(Acks acks) {
        acks.addTo(sending);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
