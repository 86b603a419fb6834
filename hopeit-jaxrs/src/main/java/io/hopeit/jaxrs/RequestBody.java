package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The body of a request, which is read when it is asked for: whole or in parts, but not both. Not thread-safe. */
final class RequestBody implements AutoCloseable {
    private final InputStream in;
    private final long length;
    private final MultipartLimits limits;
    private final Json json;
    private byte @Nullable [] whole;
    private boolean parted;
    private @Nullable FormData form;

    /** Of which nobody has said how long it is. */
    RequestBody(InputStream in, MultipartLimits limits, Json json) {
        this(in, -1, limits, json);
    }

    /**
     * {@code length} is what the request says, or a negative number; {@code limits} say how much may be read, of a whole
     * body {@link MultipartLimits#maxBytes}.
     */
    RequestBody(InputStream in, long length, MultipartLimits limits, Json json) {
        this.in = in;
        this.length = length;
        this.limits = limits;
        this.json = json;
    }

    byte[] whole() {
        if (parted) {
            throw new IllegalStateException("the body is read in parts: ask for it as a whole, or for its parts");
        }
        if (whole == null) {
            try {
                whole = new BoundedBody(in, limits.maxBytes(), length).readAll();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return whole;
    }

    Parts parts(@Nullable String contentType) {
        if (parted || whole != null) {
            throw new IllegalStateException("the body has been read: ask for its parts once, and not for the whole");
        }
        parted = true;
        return Parts.of(contentType, in, limits, json);
    }

    /** The whole form; its files are in the directory for temporary files until {@link #close}. */
    FormData form(@Nullable String contentType) {
        if (form == null) {
            form = FormData.receive(parts(contentType), Path.of(System.getProperty("java.io.tmpdir")), json);
        }
        return form;
    }

    @Override
    public void close() {
        if (form != null) {
            form.close();
        }
    }
}
