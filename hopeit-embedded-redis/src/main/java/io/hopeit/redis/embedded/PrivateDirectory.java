package io.hopeit.redis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A temporary directory of one server, without subdirectories; only this user may enter it. */
record PrivateDirectory(Path path) {

    static PrivateDirectory create() throws IOException {
        return new PrivateDirectory(Files.createTempDirectory("hopeit-redis-").toRealPath());
    }

    /** Has no effect if it is gone, and may run beside somebody else who deletes it. */
    void delete() {
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(path);
        } catch (NoSuchFileException e) {
            // gone already
        } catch (IOException e) {
            throw new UncheckedIOException("Could not delete the temporary directory " + path, e);
        }
    }
}
