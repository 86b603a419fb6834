package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a form, one after the other as they arrive, and only once. A part can be read until the next one is
 * asked for; what is not read is skipped. Nothing is held in memory. Not thread-safe.
 *
 * <p>While it goes on, a form that is malformed is answered with 400, one that is beyond the limits of the
 * event with 413.
 *
 * {@snippet :
 * @Preprocess
 * Received receive(HttpRequest request) throws IOException {
 *     long bytes = 0;
 *     for (Part part : request.parts()) {
 *         if (part.isFile()) {
 *             bytes += part.copyTo(directory.resolve(part.name()));
 *         }
 *     }
 *     return new Received(bytes);
 * }
 * }
 */
public final class Parts implements Iterable<Part> {
    private final MultipartBody body;
    private final MultipartLimits limits;
    private final Json json;
    private boolean used;

    private Parts(MultipartBody body, MultipartLimits limits, Json json) {
        this.body = body;
        this.limits = limits;
        this.json = json;
    }

    /** Of a body with this content type; 415 if it is another than multipart/form-data. */
    static Parts of(@Nullable String contentType, InputStream body, MultipartLimits limits, Json json) {
        var boundary = MultipartBody.boundary(contentType);
        try {
            return new Parts(new MultipartBody(boundary, body, limits), limits, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MultipartLimits limits() {
        return limits;
    }

    /** The parts; a second call is an {@link IllegalStateException}. */
    @Override
    public Iterator<Part> iterator() {
        if (used) {
            throw new IllegalStateException("parts can be read once only: keep what is needed of them");
        }
        used = true;
        return new PartIterator();
    }

    private final class PartIterator implements Iterator<Part> {
        private int count;
        private @Nullable Part current;
        private @Nullable Part next;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                try {
                    next = read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                ended = next == null;
            }
            return !ended;
        }

        @Override
        public Part next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            current = next;
            next = null;
            return current;
        }

        private @Nullable Part read() throws IOException {
            if (current != null) {
                current.skip();
            }
            if (!body.next()) {
                return null;
            }
            if (++count > limits.maxParts()) {
                throw UploadErrors.tooLarge("the form has too many parts", limits.maxParts(), "parts");
            }
            return new Part(PartHeader.parse(body.headers()), body.content(), limits, json);
        }
    }
}
