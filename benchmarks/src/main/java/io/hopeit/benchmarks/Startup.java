package io.hopeit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Starts Helidon with so many classes to serve, in a JVM of its own each time, and says how long that has taken. */
final class Startup implements Contender {
    private static final String OTHERS = "springframework|redisson|jedis|hopeit-streams|smallrye-(metrics|config)";

    private final StartupClasses classes;
    private final Path directory = Files.createTempDirectory("hopeit-startup");

    /** {@code jvm.classes} are compiled now. */
    Startup(Task task, StartupClasses classes) throws IOException {
        this.classes = classes;
        classes.compile(task.number("jvm.classes"), directory);
    }

    /** Only what the server says of itself counts. */
    @Override
    public Map<String, Double> run(Task task) throws IOException {
        var results = new TreeMap<String, Double>();
        start().forEach((name, value) -> results.put(name, Double.valueOf(value)));
        return results;
    }

    private Map<String, String> start() throws IOException {
        var process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            var result = output.lines()
                    .filter(line -> line.startsWith(Child.RESULT))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the server does not start"));
            return Words.of(result.substring(Child.RESULT.length()));
        } finally {
            process.destroy();
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                directory + File.pathSeparator + classPath(),
                StartupServer.class.getName());
    }

    private String classPath() {
        var others = classes == StartupClasses.EVENTS ? OTHERS : OTHERS + "|hopeit-";
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + others + ").*"))
                .collect(Collectors.joining(File.pathSeparator));
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
