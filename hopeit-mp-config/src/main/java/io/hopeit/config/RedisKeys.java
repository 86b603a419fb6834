package io.hopeit.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The keys of {@link RedisSettings}. */
final class RedisKeys {
    private static final Key<URI> ADDRESS =
            new Key<>("uri", Kind.redis(), URI.create("redis://localhost:6379"), "the server; `rediss://` is TLS");
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

    static final KeyGroup GROUP =
            new KeyGroup("Redis", "", List.of("hopeit.redis"), List.of(ADDRESS, COMMAND_TIMEOUT, CONNECT_TIMEOUT));

    private RedisKeys() {}

    static RedisSettings read(Values values) {
        var redis = values.section(GROUP);
        return new RedisSettings(redis.get(ADDRESS), redis.get(COMMAND_TIMEOUT), redis.get(CONNECT_TIMEOUT));
    }
}
