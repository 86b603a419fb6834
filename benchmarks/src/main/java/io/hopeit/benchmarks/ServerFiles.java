package io.hopeit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a server is started with.
 *
 * @param directory for files that are deleted afterwards
 * @param application the classes that it serves
 * @param library what else is on its class path
 */
record ServerFiles(Path directory, Path application, List<Path> library) implements AutoCloseable {

    /** So many classes, compiled now, and what is on our own class path but for what matches a pattern. */
    static ServerFiles of(StartupClasses classes, int count, String without) throws IOException {
        var directory = Files.createTempDirectory("hopeit-server");
        var application = directory.resolve("classes");
        classes.compile(count, application);
        var others = classes == StartupClasses.EVENTS ? without : without + "|hopeit-";
        return new ServerFiles(directory, application, library(others));
    }

    /** These classes of our own, and what is on our own class path but for what matches a pattern. */
    static ServerFiles of(List<Class<?>> classes, String without) throws IOException {
        var directory = Files.createTempDirectory("hopeit-server");
        var application = directory.resolve("classes");
        StartupClasses.writeBeans(application);
        for (Class<?> one : classes) {
            var file = one.getName().replace('.', '/') + ".class";
            var target = application.resolve(file);
            Files.createDirectories(target.getParent());
            try (var in = one.getClassLoader().getResourceAsStream(file)) {
                Files.copy(Objects.requireNonNull(in, file), target);
            }
        }
        return new ServerFiles(directory, application, library(without));
    }

    private static List<Path> library(String without) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + without + ").*"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** Of the library only what matches a pattern. */
    ServerFiles only(String pattern) {
        var kept = library.stream()
                .filter(entry -> entry.toString().matches(".*(" + pattern + ").*"))
                .toList();
        return new ServerFiles(directory, application, kept);
    }

    /** The same with a jar for each directory. */
    ServerFiles asJars() throws IOException {
        var jars = new ArrayList<Path>();
        for (Path entry : library) {
            jars.add(Jar.of(entry, directory.resolve("library" + jars.size() + ".jar")));
        }
        return new ServerFiles(directory, Jar.of(application, directory.resolve("classes.jar")), jars);
    }

    String classPath() {
        return application
                + library.stream().map(entry -> File.pathSeparator + entry).collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
