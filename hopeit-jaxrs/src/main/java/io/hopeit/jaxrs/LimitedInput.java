package io.hopeit.jaxrs;

import jakarta.ws.rs.WebApplicationException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Counts what is read, and refuses to read more than a limit. */
final class LimitedInput extends FilterInputStream {
    private static final int SKIPPED = 8 * 1024;

    private final long limit;
    private final Supplier<WebApplicationException> refusal;
    private long count;

    LimitedInput(InputStream in, long limit, Supplier<WebApplicationException> refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return Math.max(0, read(new byte[Math.clamp(n, 0, SKIPPED)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(int read) {
        count += read;
        if (count > limit) {
            throw refusal.get();
        }
    }
}
