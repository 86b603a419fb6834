package io.hopeit.redis.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The server and what makes it end with this JVM. On POSIX that is a guardian: a shell, parent of the server, whose
 * standard input is a pipe of this JVM and which stops the server when that pipe ends. Both are outside the JVM's
 * process group, so neither the terminal's signals nor a kill of the whole group reach them.
 */
final class ServerProcess {
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * {@code $1} is the directory to remove at the end, the rest the command line of the server. The trap is set after
     * the watcher is forked: it would have it for a moment, and miss a kill.
     */
    private static final String GUARDIAN = """
            directory=$1; shift
            trap '' INT QUIT
            exec 3<&0 </dev/null
            "$@" 3<&- & redis=$!
            (
                read -r _
                kill "$redis"
                sleep 5 & trap 'kill "$!"; exit' TERM; wait
                kill -KILL "$redis"
            ) <&3 & watcher=$!
            trap 'kill "$redis"' TERM HUP
            wait "$redis"; status=$?
            while kill -0 "$redis" 2>/dev/null; do wait "$redis"; status=$?; done
            exec 2>/dev/null; kill "$watcher"; wait
            rm -rf -- "$directory"
            exit "$status"
            """;

    /**
     * Runs its arguments in a process group of their own where there is no setsid, as on macOS. Only second choice: on
     * a terminal {@code set -m} makes dash, though not the bash of macOS, take the foreground from the JVM.
     */
    private static final String OWN_GROUP =
            "trap '' INT QUIT; exec 3<&0; set -m; \"$@\" <&3 3<&- & set +m; wait \"$!\"";

    private final Process process;
    private final PrivateDirectory directory;

    private ServerProcess(Process process, PrivateDirectory directory) {
        this.process = process;
        this.directory = directory;
    }

    /** Standard output and error go to the log file: nobody who reads those of this JVM has to wait for the server. */
    static ServerProcess start(List<String> command, PrivateDirectory directory, Path log) throws IOException {
        List<String> line = WINDOWS ? command : guarded(command, directory, SearchPath.ofSystem());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerProcess server = new ServerProcess(process, directory);
        if (WINDOWS) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop embedded Redis"));
        }
        return server;
    }

    static List<String> guarded(List<String> command, PrivateDirectory directory, SearchPath programs) {
        Stream<String> detached = programs.find("setsid")
                .map(setsid -> Stream.of(setsid.toString()))
                .orElse(Stream.of("/bin/sh", "-c", OWN_GROUP, "redis-group"));
        Stream<String> guardian = Stream.of(
                "/bin/sh", "-c", GUARDIAN, "redis-guardian", directory.path().toString());
        return Stream.of(detached, guardian, command.stream())
                .flatMap(part -> part)
                .toList();
    }

    /** Empty while it runs. */
    Optional<Integer> exitCode() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** Waits until it has ended, at most this long. */
    boolean endsWithin(Duration patience) {
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return !process.isAlive();
    }

    /** Returns when the process and its directory are gone. Has no effect on a stopped one. */
    void stop() {
        askToEnd();
        if (!endsWithin(PATIENCE)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
        directory.delete();
    }

    private void askToEnd() {
        if (WINDOWS) {
            process.destroy();
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }
}
