package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Class files as a server gets them; caches of the JVM know no directories. */
final class Jar {
    private Jar() {}

    /** All that is in this directory; a file is a jar already. */
    static Path of(Path classes, Path jar) throws IOException {
        if (Files.isRegularFile(classes)) {
            return classes;
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
