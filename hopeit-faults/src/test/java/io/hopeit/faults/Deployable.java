package io.hopeit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/** The application as servers take it: some of its events, and what they need. */
final class Deployable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CLASSES = TARGET.resolve("test-classes");
    private static final String BEANS = "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
            + " bean-discovery-mode=\"annotated\"/>";

    /** What all events need. */
    private static final Pattern NEEDED = Pattern.compile("META-INF/microprofile-config\\.properties"
            + "|io/hopeit/faults/(package-info|Presence|Stalls|Desk|Work|(Tasks|Ledger|Job)(\\$\\w+)?)\\.class");

    private static final Map<List<Class<?>>, Path> JARS = new ConcurrentHashMap<>();
    private static final Map<List<Class<?>>, Path> WARS = new ConcurrentHashMap<>();

    private Deployable() {}

    /** What the build has written there. */
    static String line(String file) throws IOException {
        return Files.readString(TARGET.resolve(file)).strip();
    }

    static Path jar(List<Class<?>> events) {
        return JARS.computeIfAbsent(events, Deployable::newJar);
    }

    static Path war(List<Class<?>> events) {
        return WARS.computeIfAbsent(events, Deployable::newWar);
    }

    private static Path newJar(List<Class<?>> events) {
        try {
            var jar = Files.createTempFile(TARGET, "events-", ".jar");
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new JarEntry("META-INF/beans.xml"));
                out.write(BEANS.getBytes(UTF_8));
                addClasses(out, events);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addClasses(JarOutputStream out, List<Class<?>> events) throws IOException {
        try (var files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var name = CLASSES.relativize(file).toString().replace(File.separatorChar, '/');
                if (NEEDED.matcher(name).matches() || isAny(events, name)) {
                    add(out, name, file);
                }
            }
        }
    }

    private static boolean isAny(List<Class<?>> types, String file) {
        return types.stream().anyMatch(type -> file.equals(type.getName().replace('.', '/') + ".class"));
    }

    private static Path newWar(List<Class<?>> events) {
        try {
            var war = Files.createTempFile(TARGET, "events-", ".war");
            try (var out = new JarOutputStream(Files.newOutputStream(war))) {
                out.setLevel(Deflater.NO_COMPRESSION);
                add(out, "WEB-INF/lib/events.jar", jar(events));
                for (String library : line("war.classpath").split(File.pathSeparator, -1)) {
                    add(out, "WEB-INF/lib/" + Path.of(library).getFileName(), Path.of(library));
                }
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }
}
