package io.hopeit.faults;

import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.InstalledServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A sentinel that watches one server, and decides alone. */
final class Sentinel implements AutoCloseable {
    static final String MASTER = "main";

    private final int port;
    private final Process process;

    Sentinel(Path directory, int watched) throws IOException {
        this.port = RedisServer.freePort();
        Files.createDirectories(directory);
        var file = directory.resolve("sentinel.conf");
        Files.write(
                file,
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "dir " + directory,
                        "sentinel monitor %s 127.0.0.1 %d 1".formatted(MASTER, watched),
                        "sentinel down-after-milliseconds %s 1000".formatted(MASTER),
                        "sentinel failover-timeout %s 5000".formatted(MASTER)));
        this.process = new ProcessBuilder(
                        InstalledServer.executable(directory).toString(), file.toString(), "--sentinel")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sentinel.log").toFile())
                .start();
        Processes.endWithThisOne(process);
        await().atMost(Duration.ofSeconds(60)).until(() -> probe().answersPing());
    }

    Probe probe() {
        return new Probe(port);
    }

    String uri() {
        return "redis-sentinel://127.0.0.1:%d#%s".formatted(port, MASTER);
    }

    /** Waits until it knows a replica that could take over. */
    void awaitReplica() {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        probe().list("SENTINEL", "REPLICAS", MASTER).toString().contains("master-link-status, ok"));
    }

    int master() {
        return Integer.parseInt((String)
                probe().list("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER).get(1));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
