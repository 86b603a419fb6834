package io.hopeit.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A build that waits for an application: its main class is the first argument, its log the second. */
final class Builds {
    private Builds() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        application(args[0], Map.of(), Path.of(args[1])).publish(DocumentKind.OPENAPI, Duration.ofMinutes(5));
    }

    /** With the Java and the class path of this JVM. */
    static Application application(String mainClass, Map<String, String> properties, Path log) {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new Application(java(), classPath, mainClass, properties, new File("src"), log);
    }

    /** A build in a JVM of its own. */
    static Process start(String mainClass, Path log) throws IOException {
        return new ProcessBuilder(List.of(
                        java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Builds.class.getName(),
                        mainClass,
                        log.toString()))
                .inheritIO()
                .start();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
