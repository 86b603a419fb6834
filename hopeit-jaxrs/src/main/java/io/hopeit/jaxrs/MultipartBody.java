package io.hopeit.jaxrs;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * The parser, and what it throws in the words of HTTP. Each part is read as it arrives; what is left of it is skipped
 * when the next one is wanted.
 */
final class MultipartBody {
    private static final int MAX_BOUNDARY = 70;
    private static final int BUFFER = 64 * 1024;
    private static final String DASHES = "--";

    private final MultipartInput input;
    private final MultipartLimits limits;
    private boolean empty;
    private boolean started;
    private boolean ended;

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    MultipartBody(byte[] boundary, InputStream body, MultipartLimits limits) throws IOException {
        this.limits = limits;
        var limited = new LimitedInput(
                new Arriving(body),
                limits.maxBytes(),
                () -> UploadErrors.tooLarge("the form is too large", limits.maxBytes(), "bytes"));
        this.input = MultipartInput.builder()
                .setInputStream(wellFormed(() -> withoutParts(boundary, limited)))
                .setBoundary(boundary)
                .setBufferSize(BUFFER)
                .setMaxPartHeaderSize(limits.maxHeaderBytes())
                .get();
        input.setHeaderCharset(StandardCharsets.UTF_8);
    }

    /** The boundary that a content type names; anything but multipart/form-data is a 415. */
    static byte[] boundary(@Nullable String contentType) {
        var type = mediaType(contentType);
        if (!type.getType().equalsIgnoreCase("multipart") || !type.getSubtype().equalsIgnoreCase("form-data")) {
            throw UploadErrors.notMultipart();
        }
        var boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw UploadErrors.malformed("the content type needs a boundary of 1 to 70 characters");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static MediaType mediaType(@Nullable String contentType) {
        try {
            return contentType == null ? MediaType.WILDCARD_TYPE : MediaType.valueOf(contentType);
        } catch (IllegalArgumentException e) {
            throw UploadErrors.notMultipart();
        }
    }

    /** The parser cannot tell a form without parts from garbage, but its first bytes can. */
    private InputStream withoutParts(byte[] boundary, InputStream body) throws IOException {
        var last = (DASHES + new String(boundary, StandardCharsets.ISO_8859_1) + DASHES)
                .getBytes(StandardCharsets.ISO_8859_1);
        var first = body.readNBytes(last.length);
        empty = Arrays.equals(first, last);
        return new SequenceInputStream(new ByteArrayInputStream(first), body);
    }

    /** Goes on to the next part; false after the last. */
    boolean next() {
        if (!ended) {
            ended = !wellFormed(started ? this::nextBoundary : this::firstBoundary);
            started = true;
        }
        return !ended;
    }

    private boolean nextBoundary() throws IOException {
        return input.readBoundary();
    }

    private boolean firstBoundary() throws IOException {
        if (!empty && !input.skipPreamble()) {
            throw UploadErrors.malformed("it does not have the boundary that the content type names");
        }
        return !empty;
    }

    /** The header lines of the part. */
    String headers() {
        return wellFormed(input::readHeaders);
    }

    /** The content of the part. */
    InputStream content() {
        return new Content(input.newInputStream());
    }

    private <T> T wellFormed(Reading<T> reading) {
        try {
            return reading.read();
        } catch (FileUploadSizeException e) {
            throw UploadErrors.tooLarge("a part has too long headers", limits.maxHeaderBytes(), "bytes");
        } catch (IOException e) {
            throw UploadErrors.malformed("it ends early, or a boundary is wrong");
        }
    }

    /** What arrives of a part; an end without a boundary is the client's mistake. */
    private final class Content extends InputStream {
        private final InputStream in;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return wellFormed(in::read);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return wellFormed(() -> in.read(bytes, offset, length));
        }
    }

    /** A client that goes away is an exception of the server's own kind, if that is no checked one. */
    private static final class Arriving extends InputStream {
        private final InputStream in;

        Arriving(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (RuntimeException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (RuntimeException e) {
                throw new IOException(e);
            }
        }
    }
}
