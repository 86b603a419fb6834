package io.hopeit.redis.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another JVM with the class path of this one; killed when closed. */
record ChildJvm(Process process, BufferedReader output) implements AutoCloseable {

    static ChildJvm start(String... arguments) throws IOException {
        return start(List.of(), Map.of(), arguments);
    }

    static ChildJvm start(List<String> prefix, Map<String, String> environment, String... arguments)
            throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(Stream.of(prefix.stream(), java, Stream.of(arguments))
                .flatMap(part -> part)
                .toList());
        builder.environment().remove("HOPEIT_REDIS_URI");
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ChildJvm(process, process.inputReader());
    }

    String readLine() throws IOException {
        return output.readLine();
    }

    /** The rest of standard output; returns only when nobody holds it open any more. */
    List<String> remainingOutput() {
        return output.lines().toList();
    }

    List<String> errors() {
        return process.errorReader().lines().toList();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the child JVM does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
