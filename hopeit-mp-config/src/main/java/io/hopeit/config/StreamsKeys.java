package io.hopeit.config;

import io.hopeit.config.StreamsSettings.BrokerKind;
import java.time.Duration;
import java.util.List;

/** The keys of {@link StreamsSettings}. */
final class StreamsKeys {
    private static final Key<BrokerKind> BROKER = new Key<>(
            "broker",
            Kind.choice(BrokerKind.class),
            BrokerKind.REDIS,
            "where streams live; `memory` is for trials and tests");
    private static final Key<Boolean> START = new Key<>(
            "start",
            Kind.flag(),
            true,
            "whether this instance consumes streams and runs services; /mgmt can start them later");
    private static final Key<Duration> DRAIN_TIMEOUT = new Key<>(
            "drain-timeout",
            Kind.duration(Kind.LONGEST),
            Duration.ofSeconds(10),
            "how long a stop waits for messages and services in work");

    static final KeyGroup GROUP =
            new KeyGroup("All streams together", "", List.of("hopeit.streams"), List.of(BROKER, START, DRAIN_TIMEOUT));

    private StreamsKeys() {}

    static StreamsSettings read(Values values) {
        var streams = values.section(GROUP);
        return new StreamsSettings(streams.get(BROKER), streams.get(START), streams.get(DRAIN_TIMEOUT));
    }
}
