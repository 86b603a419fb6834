package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts Helidon with so many classes to serve, in a JVM of its own each time, and says how long that has taken. */
final class Startup implements Contender {
    private static final String OTHERS = "springframework|redisson|jedis|hopeit-streams|smallrye-(metrics|config)";

    private final ServerFiles files;
    private final List<String> options;

    /** {@code jvm.classes} are compiled now; with {@code jvm.aot} a first start leaves a cache of the JVM to the others. */
    Startup(Task task, StartupClasses classes) throws IOException {
        // jars, as applications have: of a directory Weld does not read the index
        this.files = ServerFiles.of(classes, task.number("jvm.classes"), OTHERS).asJars();
        if (task.has("jvm.aot")) {
            var cache = files.directory().resolve("aot");
            start(files, List.of("-XX:AOTCacheOutput=" + cache));
            this.options = List.of("-XX:AOTCache=" + cache);
        } else {
            this.options = List.of();
        }
    }

    /** Only what the server says of itself counts. */
    @Override
    public Map<String, Double> run(Task task) throws IOException {
        var results = new TreeMap<String, Double>();
        start(files, options).forEach((name, value) -> results.put(name, Double.valueOf(value)));
        return results;
    }

    /** Until its process has ended: a cache is written last. */
    private static Map<String, String> start(ServerFiles files, List<String> options) throws IOException {
        var process = new ProcessBuilder(command(files, options))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            var result =
                    output.lines().filter(line -> line.startsWith(Child.RESULT)).toList();
            if (result.isEmpty()) {
                throw new IOException("the server does not start");
            }
            return Words.of(result.getFirst().substring(Child.RESULT.length()));
        } finally {
            process.destroy();
        }
    }

    private static List<String> command(ServerFiles files, List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", files.classPath(), StartupServer.class.getName()));
        return command;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
