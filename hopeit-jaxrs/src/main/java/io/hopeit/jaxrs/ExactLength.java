package io.hopeit.jaxrs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes as many bytes as were announced. Fewer or more are an error, and the client never has all that was announced:
 * the last byte waits until the writer is done.
 */
final class ExactLength extends FilterOutputStream {
    private final long announced;
    private long written;
    private byte last;

    private ExactLength(OutputStream out, long announced) {
        super(out);
        this.announced = announced;
    }

    static void write(OutputStream out, long announced, BodyWriter writer) throws IOException {
        boolean complete = false;
        try {
            var exact = new ExactLength(out, announced);
            writer.write(exact);
            exact.complete();
            complete = true;
        } finally {
            if (!complete) {
                cut();
            }
        }
    }

    /** The last byte goes out now, when it is known that no more would come. */
    private void complete() throws IOException {
        if (written != announced) {
            throw new IOException("announced a body of %d bytes, but wrote %d".formatted(announced, written));
        }
        if (announced > 0) {
            out.write(last);
        }
    }

    /**
     * A servlet container closes the connection when a body fails. A server with a virtual thread for each connection,
     * as Helidon, would keep it, and the client would wait for the rest: an interrupt closes it.
     */
    static void cut() {
        if (Thread.currentThread().isVirtual()) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        written += length; // also when it fails: a writer may go on after that
        if (written > announced) {
            throw new IOException("announced a body of %d bytes, but writes more".formatted(announced));
        }
        boolean isLast = written == announced;
        out.write(bytes, offset, isLast ? length - 1 : length);
        last = bytes[offset + length - 1];
    }

    /** Only the server closes it: a writer that closes what it was given must not end a body that is too short. */
    @Override
    public void close() throws IOException {
        out.flush();
    }
}
