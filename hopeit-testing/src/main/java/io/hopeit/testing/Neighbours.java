package io.hopeit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The classes that have been built together with a class: those of its jar, or of its folder. Looked for once. */
final class Neighbours {
    private static final String CLASS = ".class";
    private static final Map<URI, List<Class<?>>> KNOWN = new ConcurrentHashMap<>();

    private Neighbours() {}

    /** All of them, as far as they can be loaded; none for a class of the JDK. */
    static List<Class<?>> of(Class<?> type) {
        return place(type)
                .map(place -> KNOWN.computeIfAbsent(place, p -> find(p, type.getClassLoader())))
                .orElse(List.of());
    }

    /** Where a class comes from. */
    static Optional<URI> place(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Neighbours::uri);
    }

    private static URI uri(URL location) {
        try {
            return location.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("cannot look for beans in " + location, e);
        }
    }

    private static List<Class<?>> find(URI place, ClassLoader loader) {
        try {
            var path = Path.of(place);
            if (Files.isDirectory(path)) {
                return load(path, loader);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return load(jar.getPath("/"), loader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for beans in " + place, e);
        }
    }

    private static List<Class<?>> load(Path root, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.contains("-"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .flatMap(name -> load(name, loader).stream())
                    .toList();
        }
    }

    /** What refers to something that is not there is nothing that a test could use. */
    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            var type = Class.forName(name, false, loader);
            var unused = type.getDeclaredMethods();
            return Optional.of(type);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
