package io.hopeit.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Maven that runs this test, as somebody calls it in a terminal. */
record Maven(LocalRepository repository) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A command that has been started. */
    record Command(Process process, Path log) implements AutoCloseable {
        /** In an environment that has nothing of the build that runs this test. */
        static Command start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
            var log = Files.createTempFile(Path.of("target"), "command-", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("MAVEN_") || name.equals("HOPEIT_REDIS_URI"));
            builder.environment().putAll(environment);
            return new Command(builder.start(), log);
        }

        /** What it has written so far. */
        String output() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits for its end, and says how it was. */
        int await() throws InterruptedException {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("not done in " + PATIENCE + ":\n" + output());
            }
            return process.exitValue();
        }

        /** As Ctrl-C does: what it has started is asked to end, and then ends it. */
        @Override
        public void close() {
            var all = process.descendants().toList();
            all.forEach(ProcessHandle::destroy);
            process.destroy();
            all.forEach(child -> child.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        }
    }

    Command start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("guide.maven-home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository.path()));
        command.addAll(asThisBuild());
        command.addAll(List.of(arguments));
        var all = new HashMap<String, String>();
        all.put("JAVA_HOME", System.getProperty("guide.java-home"));
        all.putAll(environment);
        return Command.start(folder, all, command);
    }

    /** What comes from a mirror counts only where that is known, and offline is offline. */
    private static List<String> asThisBuild() {
        var options = new ArrayList<String>();
        var settings = System.getProperty("guide.settings");
        if (Files.exists(Path.of(settings.substring("--settings=".length())))) {
            options.add(settings);
        }
        if (System.getProperty("guide.offline").equals("offline=true")) {
            options.add("--offline");
        }
        return options;
    }

    /** Its output; whether it has succeeded is said in its last lines. */
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** The same, in an environment. */
    String run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (var command = start(folder, environment, arguments)) {
            command.await();
            return command.output();
        }
    }
}
