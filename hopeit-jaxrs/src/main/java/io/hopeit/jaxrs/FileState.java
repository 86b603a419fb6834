package io.hopeit.jaxrs;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A file as it was when it was looked at.
 *
 * @param tag what the ETag says between its quotes
 */
record FileState(Path file, long size, Instant modified, String tag) {

    /** 404 if it is not a file. */
    static FileState of(Path file) {
        try {
            return read(file);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new NotFoundException("the file does not exist", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileState read(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString());
        }
        var modified = attributes.lastModifiedTime().toInstant();
        // another file under the same name has another key; its hash does not say where the file lies
        var tag = "%x-%x-%x-%x"
                .formatted(
                        attributes.size(),
                        modified.getEpochSecond(),
                        modified.getNano(),
                        Objects.hashCode(attributes.fileKey()));
        return new FileState(file, attributes.size(), modified.truncatedTo(ChronoUnit.SECONDS), tag);
    }

    /** Fails when the file is not what it was. */
    void checkUnchanged() throws IOException {
        if (!read(file).equals(this)) {
            throw new IOException("the file changed while it was sent");
        }
    }

    MediaType typeByName() {
        var type = URLConnection.guessContentTypeFromName(String.valueOf(file.getFileName()));
        return type == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.valueOf(type);
    }
}
