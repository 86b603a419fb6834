package io.hopeit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server holds when it has nothing to do. Not counted: threads of pools that grow and shrink by themselves, and
 * sockets, as clients close those of HTTP when they like, and Redis counts its own.
 *
 * @param threads names without their numbers, sorted
 * @param deployments that are alive in the heap, by their extensions
 * @param handles open files, pipes and selectors
 * @param connections to Redis, as it counts them
 */
record Footprint(List<String> threads, int deployments, long handles, int connections) {
    private static final Pattern THREAD = Pattern.compile("^\"(.*)\" #\\d+ .*prio=", Pattern.MULTILINE);
    private static final Pattern OF_POOLS =
            Pattern.compile("Default Executor|CompilerThread|ForkJoinPool|process reaper|Attach Listener");
    private static final Pattern EXTENSION =
            Pattern.compile("^ *\\d+: +(\\d+) +\\d+ +io\\.hopeit\\.cdi\\.EventsExtension( |$)", Pattern.MULTILINE);

    /** Collects garbage before it looks. */
    static Footprint of(SampleServer server) throws IOException {
        return new Footprint(threads(server), deployments(server), handles(server), connections(server));
    }

    /**
     * Nothing has been added to what there was before, except for one deployment: loggers of Open Liberty keep the class
     * that has asked for them first.
     */
    boolean isWithin(Footprint before) {
        return threads.size() <= before.threads.size()
                && deployments <= before.deployments + 1
                && handles <= before.handles
                && connections <= before.connections;
    }

    /** In short. */
    String counts() {
        return "threads=%d deployments=%d handles=%d connections=%d"
                .formatted(threads.size(), deployments, handles, connections);
    }

    private static List<String> threads(SampleServer server) throws IOException {
        var names = new ArrayList<String>();
        var threads = THREAD.matcher(ask(server, "Thread.print"));
        while (threads.find()) {
            if (!OF_POOLS.matcher(threads.group(1)).find()) {
                names.add(threads.group(1).replaceAll("\\d+", "n"));
            }
        }
        return names.stream().sorted().toList();
    }

    private static int deployments(SampleServer server) throws IOException {
        return EXTENSION
                .matcher(ask(server, "GC.class_histogram"))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private static long handles(SampleServer server) throws IOException {
        try (var handles = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
            return handles.filter(handle -> !target(handle).startsWith("socket:"))
                    .count();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "socket:"; // closed meanwhile
        }
    }

    /** To its Redis, this one included. */
    static int connections(SampleServer server) {
        var client = RedisClient.create(server.redisUri());
        try (var connection = client.connect()) {
            return (int) connection.sync().clientList().lines().count();
        } finally {
            client.shutdown();
        }
    }

    private static String ask(SampleServer server, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(server.pid()), command)
                .redirectErrorStream(true)
                .start();
        try (var answer = process.getInputStream()) {
            return new String(answer.readAllBytes(), UTF_8);
        }
    }
}
