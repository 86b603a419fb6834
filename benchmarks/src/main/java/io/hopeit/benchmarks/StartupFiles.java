package io.hopeit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a server is started with.
 *
 * @param directory for files that are deleted afterwards
 * @param application the classes that it serves
 * @param library what else is on its class path
 */
record StartupFiles(Path directory, Path application, List<Path> library) implements AutoCloseable {

    /** So many classes, compiled now, and what is on our own class path but for what matches a pattern. */
    static StartupFiles of(StartupClasses classes, int count, String without) throws IOException {
        var directory = Files.createTempDirectory("hopeit-startup");
        var application = directory.resolve("classes");
        classes.compile(count, application);
        var others = classes == StartupClasses.EVENTS ? without : without + "|hopeit-";
        var library = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + others + ").*"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        return new StartupFiles(directory, application, library);
    }

    /** Of the library only what matches a pattern. */
    StartupFiles only(String pattern) {
        var kept = library.stream()
                .filter(entry -> entry.toString().matches(".*(" + pattern + ").*"))
                .toList();
        return new StartupFiles(directory, application, kept);
    }

    /** The same with a jar for each directory. */
    StartupFiles asJars() throws IOException {
        var jars = new ArrayList<Path>();
        for (Path entry : library) {
            jars.add(Jar.of(entry, directory.resolve("library" + jars.size() + ".jar")));
        }
        return new StartupFiles(directory, Jar.of(application, directory.resolve("classes.jar")), jars);
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
