package io.hopeit.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The JVM of a contender, seen from outside; it waits between its rounds. */
final class Jvm implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xms768m", "-Xmx768m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What announces itself to the container of those who do not use it. */
    private static final String SERVER = "helidon|jersey";

    private static final String CLIENTS = "springframework|redisson|jedis";
    private static final String STREAMS = "hopeit-streams|smallrye-metrics|smallrye-config";

    private final Process process;
    private final BufferedReader output;

    private Jvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Without what is on the class path for others only. */
    static Jvm start(String contender, List<String> options) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new java.util.ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(contender), Child.class.getName(), contender));
        return new Jvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static String classPath(String contender) {
        var others =
                switch (contender.substring(
                        0, contender.indexOf('-') < 0 ? contender.length() : contender.indexOf('-'))) {
                    case "application" -> SERVER + "|" + CLIENTS;
                    case "http" -> CLIENTS + "|" + STREAMS + (contender.equals("http-resource") ? "|hopeit-" : "");
                    default -> SERVER;
                };
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(" + others + ").*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Does a task, and returns its results. */
    Map<String, String> run(Task task) throws IOException {
        var late = process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var unused = late.thenAccept(Process::destroyForcibly);
        try {
            return answer(task);
        } finally {
            late.cancel(false);
        }
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
        throw new IOException("it has ended before its task, or is too late: " + task);
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
