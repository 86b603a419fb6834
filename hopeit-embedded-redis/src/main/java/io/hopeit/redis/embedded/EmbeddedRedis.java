package io.hopeit.redis.embedded;

import java.time.Duration;
import java.util.Map;

/**
 * A running Redis server, listening on 127.0.0.1 only and keeping nothing on disk. It ends with {@link #close()} or
 * with this JVM, even one that is killed; a Ctrl-C in the terminal does not reach it, so an application can use it
 * until its own shutdown is over.
 *
 * {@snippet :
 * try (EmbeddedRedis redis = EmbeddedRedis.start()) {
 *     connectTo(redis.uri());
 * }
 * }
 *
 * <p>The server is the {@code redis-server}, else the {@code valkey-server} installed on this machine (looked up on
 * PATH, then in /usr/bin, /usr/local/bin and /opt/homebrew/bin) if it is 6.2 or newer, else a bundled one. The system property
 * {@value #BINARY_PROPERTY} overrides that: the path of an executable, or {@code bundled}.
 *
 * <p>On Windows the server is a plain child process: it is stopped by {@code close()} and by a shutdown hook, but
 * outlives a killed JVM and hears Ctrl-C.
 *
 * <p>Instances may be used by several threads.
 */
public final class EmbeddedRedis implements AutoCloseable {
    /** System property that forces the server: the path of an executable, or {@code bundled}. */
    public static final String BINARY_PROPERTY = "hopeit.embedded-redis.binary";

    /**
     * Configuration that lets an application connect to a server as its URI says, though it is configured with a login or a
     * topology for another one. Unmodifiable.
     */
    public static final Map<String, String> URI_ONLY = Map.of(
            "hopeit.redis.username", "",
            "hopeit.redis.password", "",
            "hopeit.redis.password-file", "",
            "hopeit.redis.topology", "standalone");

    private static final Launcher LAUNCHER = new Launcher(ServerBinary::choose, Duration.ofSeconds(10));

    private final ServerProcess process;
    private final int port;
    private final String name;
    private final String origin;

    EmbeddedRedis(ServerProcess process, int port, String name, String origin) {
        this.process = process;
        this.port = port;
        this.name = name;
        this.origin = origin;
    }

    /**
     * Starts a server on a free port and waits until it answers, at most 10 seconds.
     *
     * @throws IllegalStateException if it cannot be started; the message says why and what to do
     */
    public static EmbeddedRedis start() {
        return LAUNCHER.launch(Loopback::freePort);
    }

    /**
     * Starts a server on this port and waits until it answers, at most 10 seconds.
     *
     * @param port 1 to 65535
     * @throws IllegalArgumentException if there is no such port
     * @throws IllegalStateException if it cannot be started, for instance because the port is taken; the message says
     *     why and what to do
     */
    public static EmbeddedRedis start(int port) {
        return LAUNCHER.launch(port);
    }

    /** {@code redis://127.0.0.1:} and the {@link #port()}; stays the same after {@link #close()}. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** The TCP port it listens on. */
    public int port() {
        return port;
    }

    /**
     * Which server this is: {@code redis-server 7.0.15 (/usr/bin/redis-server)} or {@code redis-server 6.2.11
     * (bundled)}.
     */
    public String description() {
        return name + " (" + origin + ")";
    }

    /** Name and version without the place: {@code redis-server 7.0.15}. */
    String name() {
        return name;
    }

    /**
     * Stops the server and returns when its process and its temporary directory are gone. A server that does not end
     * when asked to is killed after 5 seconds. Has no effect on a stopped one.
     */
    @Override
    public void close() {
        process.stop();
    }
}
