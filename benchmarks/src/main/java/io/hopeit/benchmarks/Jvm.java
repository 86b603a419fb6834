package io.hopeit.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JVM of a contender, seen from outside; it waits between its rounds. */
final class Jvm implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** Further ones for the JVMs of contenders, a flight recording for example. */
    private static final List<String> MORE_OPTIONS = Stream.of(
                    System.getProperty("bench.jvm", "").split(" ", -1))
            .filter(option -> !option.isEmpty())
            .toList();

    /** In s, for one round. */
    private static final String PATIENCE = "60";

    /** What announces itself to the container of those who do not use it. */
    private static final String SERVER = "helidon|jersey";

    private static final String CLIENTS = "springframework|redisson|jedis";
    private static final String STREAMS = "hopeit-streams|smallrye-metrics|smallrye-config";

    private final Process process;
    private final BufferedReader output;
    private boolean isWarm;

    private Jvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Without what is on the class path for others only.
     *
     * @param options {@code jvm.heap}, by default {@code 768m}; {@code jvm.without}, a pattern for files that are not on
     *     the class path
     */
    static Jvm start(String contender, Map<String, String> options) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var heap = options.getOrDefault("jvm.heap", "768m");
        var command = new ArrayList<>(List.of(java, "-Xms" + heap, "-Xmx" + heap));
        command.addAll(OPTIONS);
        command.addAll(MORE_OPTIONS);
        var without = options.getOrDefault("jvm.without", "^$");
        command.addAll(List.of("-cp", classPath(contender, without), Child.class.getName(), contender));
        return new Jvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static String others(String contender) {
        return switch (contender.replaceAll("-.*", "")) {
            case "application" -> SERVER + "|" + CLIENTS;
            case "http" ->
                CLIENTS + "|" + STREAMS + (contender.matches("http-(resource|open|tracked)") ? "|hopeit-" : "");
            case "served" -> CLIENTS + "|smallrye-metrics|smallrye-config";
            case "inner" -> "helidon|/jersey-(?!common|server)[^/]*\\.jar|" + CLIENTS;
            case "start" -> "^$"; // it leaves out more for each server that it starts
            default -> SERVER;
        };
    }

    /** What that one needs of the class path, less what matches a pattern. */
    static String classPath(String contender, String without) {
        var all = others(contender) + "|" + without;
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + all + ").*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether it has worked for long enough once. */
    boolean isWarm() {
        return isWarm;
    }

    void isNowWarm() {
        isWarm = true;
    }

    /** Does a task, and returns its results. */
    Map<String, String> run(Task task) throws IOException {
        int patience = Integer.parseInt(task.options().getOrDefault("patience", PATIENCE));
        var late = process.onExit().completeOnTimeout(process, patience, TimeUnit.SECONDS);
        var unused = late.thenAccept(Jvm::end);
        try {
            return answer(task);
        } finally {
            late.cancel(false);
        }
    }

    /** With what it has started. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Map<String, String> answer(Task task) throws IOException {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(task.line() + "\n");
        input.flush();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(Child.RESULT)) {
                return Words.of(line.substring(Child.RESULT.length()));
            }
            System.out.println(line);
        }
        throw new IOException("it has ended before its task, or is too late");
    }

    @Override
    public void close() throws IOException {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            end(process); // it has ended already, or does not listen
        }
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                end(process);
            }
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
        }
    }
}
