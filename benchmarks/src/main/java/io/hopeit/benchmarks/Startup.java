package io.hopeit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long Helidon takes to start, and how much it needs, with so many events or resources by hand, beside one that has a
 * single resource by hand. Each start has a JVM of its own; they take turns, and numbers are medians.
 */
final class Startup {
    private static final String OTHERS = "springframework|redisson|jedis|hopeit-streams|smallrye-(metrics|config)";
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Entry BARE = Entry.resources(1);

    /** Which is measured, what it has to serve, and how much. */
    private record Entry(String name, StartupClasses classes, int count) {
        static Entry events(int count) {
            return new Entry("%d events".formatted(count), StartupClasses.EVENTS, count);
        }

        static Entry resources(int count) {
            return new Entry("%d by hand".formatted(count), StartupClasses.RESOURCES, count);
        }
    }

    private Startup() {}

    /** Takes numbers of events; by default 1 and 100. */
    public static void main(String[] args) throws IOException {
        var counts = args.length == 0 ? List.of("1", "100") : List.of(args);
        var entries = new ArrayList<>(List.of(BARE, Entry.resources(100)));
        counts.stream().map(Integer::valueOf).map(Entry::events).forEach(entries::add);
        var directory = Files.createTempDirectory("hopeit-startup");
        try {
            for (Entry entry : entries) {
                entry.classes().compile(entry.count(), directory.resolve(entry.name()));
            }
            print(measure(entries, directory));
        } finally {
            delete(directory);
        }
    }

    /** The first round is for the file cache of the machine. */
    private static Map<String, List<Map<String, String>>> measure(List<Entry> entries, Path directory)
            throws IOException {
        var starts = new LinkedHashMap<String, List<Map<String, String>>>();
        for (int i = 0; i <= ROUNDS; i++) {
            for (Entry entry : entries) {
                var start = start(entry, directory.resolve(entry.name()));
                if (i > 0) {
                    starts.computeIfAbsent(entry.name(), name -> new ArrayList<>())
                            .add(start);
                }
            }
        }
        return starts;
    }

    private static Map<String, String> start(Entry entry, Path classes) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        Stream.of(System.getProperty("bench.jvm", "").split(" ", -1))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", classes + File.pathSeparator + classPath(entry.classes()), StartupServer.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var result = output.lines()
                    .filter(line -> line.startsWith(Child.RESULT))
                    .findFirst()
                    .orElseThrow(() -> new IOException(entry.name() + " does not start"));
            return Words.of(result.substring(Child.RESULT.length()));
        } finally {
            process.destroy();
        }
    }

    private static String classPath(StartupClasses classes) {
        var others = classes == StartupClasses.EVENTS ? OTHERS : OTHERS + "|hopeit-";
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + others + ").*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void print(Map<String, List<Map<String, String>>> starts) {
        System.out.println("| | ms | processor ms | MB of heap |\n|---|---|---|---|");
        starts.forEach((name, rounds) -> System.out.printf(
                "| %s | %,.0f | %,.0f | %,.1f |%n",
                name, median(rounds, "millis"), median(rounds, "cpu"), median(rounds, "heap")));
        var bare = starts.getOrDefault(BARE.name(), List.of());
        starts.forEach((name, rounds) -> System.out.printf(
                "startup.%s.extra-ms=%.0f%nstartup.%s.extra-cpu-ms=%.0f%n",
                key(name), extra(rounds, bare, "millis"), key(name), extra(rounds, bare, "cpu")));
    }

    private static String key(String name) {
        return name.replace(" events", "").replace(' ', '-');
    }

    private static double extra(List<Map<String, String>> rounds, List<Map<String, String>> bare, String what) {
        return median(rounds, what) - median(bare, what);
    }

    private static double median(List<Map<String, String>> rounds, String what) {
        var sorted = rounds.stream()
                .mapToDouble(words -> Double.parseDouble(Words.value(words, what)))
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
