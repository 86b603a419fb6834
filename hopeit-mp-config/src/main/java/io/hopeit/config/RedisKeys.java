package io.hopeit.config;

import io.hopeit.config.RedisSettings.Credentials;
import io.hopeit.config.RedisSettings.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of {@link RedisSettings}. */
final class RedisKeys {
    private static final Key<URI> ADDRESS = new Key<>(
            "uri",
            Kind.redis(),
            URI.create("redis://localhost:6379"),
            "the server; `rediss://` and `rediss-sentinel://` are TLS");
    private static final Key<Topology> TOPOLOGY = new Key<>(
            "topology", Kind.choice(Topology.class), Topology.STANDALONE, "whether the server is one of a cluster");
    private static final Key<Optional<String>> USERNAME =
            Key.optional("username", Kind.text(), "who connects; wins over the URI");
    private static final Key<Optional<String>> PASSWORD =
            Key.optional("password", Kind.text().secretly(), "the password; wins over the URI");
    private static final Key<Optional<Path>> PASSWORD_FILE = Key.optional(
            "password-file",
            Kind.path(),
            "a file with the password, read anew for each connection; wins over `password`");
    private static final Key<Duration> COMMAND_TIMEOUT = new Key<>(
            "command-timeout",
            Kind.duration(Kind.LONGEST),
            Duration.ofMillis(1500),
            "a command without an answer has failed after this");
    private static final Key<Duration> CONNECT_TIMEOUT = new Key<>(
            "connect-timeout",
            Kind.duration(Kind.LONGEST),
            Duration.ofSeconds(2),
            "how long opening a connection may take");

    static final KeyGroup GROUP = new KeyGroup(
            "Redis",
            "",
            List.of("hopeit.redis"),
            List.of(ADDRESS, TOPOLOGY, USERNAME, PASSWORD, PASSWORD_FILE, COMMAND_TIMEOUT, CONNECT_TIMEOUT));

    private RedisKeys() {}

    static RedisSettings read(Values values) {
        var redis = values.section(GROUP);
        var settings = new RedisSettings(
                redis.get(ADDRESS),
                redis.get(TOPOLOGY),
                new Credentials(redis.get(USERNAME), redis.get(PASSWORD), redis.get(PASSWORD_FILE)),
                redis.get(COMMAND_TIMEOUT),
                redis.get(CONNECT_TIMEOUT));
        if (settings.isSentinel() && settings.topology() == Topology.CLUSTER) {
            redis.problem(TOPOLOGY, "is cluster, but hopeit.redis.uri leads to sentinels; set one or the other.");
        }
        return settings;
    }
}
