package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One part of a form: a file or a text. Its content arrives while it is read, and can be read once, by one of the
 * methods; more of it than the limits of the event allow is a 413. Not thread-safe.
 *
 * {@snippet :
 * for (Part part : request.parts()) {
 *     if (part.isFile()) {
 *         part.saveTo(directory, part.fileName().orElse("upload"));
 *     }
 * }
 * }
 */
public final class Part {
    private final PartHeader header;
    private final MultipartLimits limits;
    private final Json json;
    private final LimitedInput content;

    Part(PartHeader header, InputStream content, MultipartLimits limits, Json json) {
        this.header = header;
        this.limits = limits;
        this.json = json;
        this.content =
                header.isFile() ? limited(content, limits.maxFileBytes()) : limited(content, limits.maxTextBytes());
    }

    private LimitedInput limited(InputStream in, long limit) {
        return new LimitedInput(
                in, limit, () -> UploadErrors.tooLarge("the part %s is too large".formatted(name()), limit, "bytes"));
    }

    /** The name of the field; without control characters. */
    public String name() {
        return header.name();
    }

    /** Whether it was sent as a file: with a file name, even an empty one. */
    public boolean isFile() {
        return header.isFile();
    }

    /**
     * The last segment of the file name that the client sent, without control characters, quotes and separators. It
     * is good to show, and never empty; to store by it, use {@link #saveTo}.
     */
    public Optional<String> fileName() {
        return Optional.of(header.fileName()).filter(name -> !name.isEmpty());
    }

    /** As sent; if not, {@code text/plain} for a text and {@code application/octet-stream} for a file. */
    public MediaType contentType() {
        return header.type();
    }

    /** The bytes read so far. */
    public long size() {
        return content.count();
    }

    /** The content as it arrives. */
    public InputStream stream() {
        return content;
    }

    /**
     * The content in the charset of its type, by default UTF-8; 413 beyond the limit of texts, also for a file.
     *
     * @throws IOException when the client is gone before its end
     */
    public String text() throws IOException {
        return read().text();
    }

    /**
     * The value that the content says in JSON; 400 if it is none of this type, 413 beyond the limit of texts.
     *
     * @throws IOException when the client is gone before its end
     */
    public <T> T json(Class<T> type) throws IOException {
        return type.cast(read().json(json, type));
    }

    /**
     * Streams the content to a file in a directory that exists, as {@link #copyTo} does.
     *
     * @return the file
     * @throws jakarta.ws.rs.WebApplicationException a 400 if {@code name} would leave the directory, as {@link SafePath} says
     * @throws IOException as {@link #copyTo} does
     */
    public Path saveTo(Path directory, String name) throws IOException {
        var file = SafePath.within(directory, name);
        copyTo(file);
        return file;
    }

    /**
     * Streams the content to a file, which only the owner can read, and replaces one that is there. The file appears
     * when it is complete: if the upload fails on its way nothing is left.
     *
     * @return the bytes of the file
     * @throws IOException when the client is gone before its end, or the file cannot be written
     */
    public long copyTo(Path file) throws IOException {
        return PrivateFiles.write(content, file);
    }

    /** At most as much as a text may be long. */
    TextPart read() throws IOException {
        int limit = limits.maxTextBytes();
        return new TextPart(name(), contentType(), limited(content, limit).readAllBytes());
    }

    void skip() throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
    }
}
