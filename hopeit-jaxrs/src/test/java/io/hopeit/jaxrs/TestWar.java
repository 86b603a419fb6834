package io.hopeit.jaxrs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/** The test events of a module, at {@code -Dtest.events}, and what they need of this library, as a WAR. */
final class TestWar {
    /** Those files of the test classes that are its own. */
    private static final Pattern EVENTS = Pattern.compile(System.getProperty("test.events", ""));

    private TestWar() {}

    /** A new one in the directory of a build that has written {@code war.classpath} there. */
    static Path of(Path target) throws IOException {
        var war = Files.createTempFile(target, "events-", ".war");
        try (var out = new JarOutputStream(Files.newOutputStream(war))) {
            for (String jar :
                    Files.readString(target.resolve("war.classpath")).strip().split(File.pathSeparator, -1)) {
                add(out, "WEB-INF/lib/" + Path.of(jar).getFileName(), Path.of(jar));
            }
            var library = Path.of(System.getProperty("test.library"));
            add(out, "WEB-INF/lib/" + library.getFileName(), library);
            addEvents(out, target.resolve("test-classes"));
        }
        return war;
    }

    private static void addEvents(JarOutputStream out, Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (EVENTS.matcher(name).matches()) {
                    add(out, "WEB-INF/classes/" + name, file);
                }
            }
        }
    }

    private static void add(JarOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }
}
