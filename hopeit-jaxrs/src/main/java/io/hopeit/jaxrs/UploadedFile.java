package io.hopeit.jaxrs;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that came with a form. It is deleted when the event has run: keep it with {@link #saveTo}.
 *
 * {@snippet :
 * Photo upload(@FormParam("file") UploadedFile file) throws IOException {
 *     return new Photo(file.fileName(), file.saveTo(album, file.fileName()));
 * }
 * }
 *
 * @param field the name of the form's field
 * @param fileName what the client calls it, cleaned as {@link Part#fileName} says; {@code file} if nothing was left
 * @param contentType what the client says it is; {@code application/octet-stream} if it does not
 * @param size bytes
 * @param path where it is until then; only the owner of the process can read it
 */
public record UploadedFile(String field, String fileName, MediaType contentType, long size, Path path) {

    /**
     * Copies it to a file in a directory that exists, and replaces one that is there. The file appears when it is
     * complete.
     *
     * @return the file
     * @throws jakarta.ws.rs.WebApplicationException a 400 if {@code name} would leave the directory, as {@link SafePath} says
     * @throws IOException when the file cannot be written
     */
    public Path saveTo(Path directory, String name) throws IOException {
        var file = SafePath.within(directory, name);
        try (var content = Files.newInputStream(path)) {
            PrivateFiles.write(content, file);
        }
        return file;
    }
}
