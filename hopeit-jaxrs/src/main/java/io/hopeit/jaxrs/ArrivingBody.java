package io.hopeit.jaxrs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request as it arrives: when it breaks off, or is sent in a wrong way, that is the client's mistake. */
final class ArrivingBody extends FilterInputStream {

    ArrivingBody(InputStream in) {
        super(in);
    }

    private interface Reading {
        int read() throws IOException;
    }

    @Override
    public int read() {
        return read(super::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        return read(() -> super.read(bytes, offset, length));
    }

    /** Servers throw what they like. */
    private static int read(Reading reading) {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            throw RequestException.badRequest("", "did not arrive as a whole");
        }
    }

    /** A server may read the rest here; that it cannot must not hide why nobody else wanted it. */
    @Override
    @SuppressWarnings("EmptyCatch")
    public void close() {
        try {
            super.close();
        } catch (IOException | RuntimeException e) {
            // the connection ends, and its server knows
        }
    }
}
