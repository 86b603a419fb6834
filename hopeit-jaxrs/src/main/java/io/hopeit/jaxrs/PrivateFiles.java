package io.hopeit.jaxrs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Files that only the owner of the process can read, written as a whole or not at all. */
final class PrivateFiles {
    private static final int CHUNK = 64 * 1024;

    private PrivateFiles() {}

    /** Next to the file first, so that nobody sees a part of it. */
    static long write(InputStream content, Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        var unfinished = Files.createTempFile(directory, ".", ".unfinished");
        try {
            long size = copy(content, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return size;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static long copy(InputStream content, Path file) throws IOException {
        var chunk = new byte[CHUNK];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                out.write(chunk, 0, read);
                size += read;
            }
        }
        return size;
    }

    /** With all that is in it; nothing happens when it is gone. */
    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
