package io.hopeit.config;

import io.hopeit.config.StreamOverrides.Ordering;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of {@link StreamOverrides}. */
final class StreamOverrideKeys {
    private static final Key<Optional<Ordering>> ORDER = Key.optional(
            "order",
            Kind.choice(Ordering.class),
            "which messages wait for others: none, those with equal keys, or all of a queue; by default none");
    private static final Key<Optional<String>> ORDER_KEY =
            Key.optional("order-key", Kind.text(), "the path to the key in the payload, for the order `key`");
    private static final Key<Optional<Integer>> CONCURRENCY = Key.optional(
            "concurrency", Kind.integer(1, 100_000), "messages of one consumer worked on at once; by default 100");
    private static final Key<Optional<Integer>> MAX_DELIVERIES = Key.optional(
            "max-deliveries", Kind.integer(1, 1_000_000), "how often a message is delivered at most; by default 5");
    private static final Key<Optional<Duration>> BACKOFF = Key.optional(
            "backoff",
            Kind.durationOrZero(Kind.LONGEST),
            "the pause before the second delivery, which doubles each time; by default PT1S");
    private static final Key<Optional<Duration>> MAX_BACKOFF =
            Key.optional("max-backoff", Kind.durationOrZero(Kind.LONGEST), "the longest such pause; by default PT1M");
    private static final Key<Optional<Boolean>> DEAD_LETTER = Key.optional(
            "dead-letter",
            Kind.flag(),
            "whether a message that has failed for good is kept as a dead letter, else dropped; by default true");
    private static final Key<Optional<List<String>>> RETRY_ON = Key.optional(
            "retry-on", Kind.texts(), "exceptions, by their full names, after which it is tried again; by default all");
    private static final Key<Optional<List<String>>> ABORT_ON =
            Key.optional("abort-on", Kind.texts(), "exceptions, by their full names, after which it is not; they win");

    static final KeyGroup GROUP = new KeyGroup(
            "Streams, in place of annotations",
            "Of one stream, or of all; what is set wins over `@StreamEvent` and `@OnFailure`.",
            List.of("hopeit.stream.<stream>", "hopeit.stream-defaults"),
            List.of(
                    ORDER,
                    ORDER_KEY,
                    CONCURRENCY,
                    MAX_DELIVERIES,
                    BACKOFF,
                    MAX_BACKOFF,
                    DEAD_LETTER,
                    RETRY_ON,
                    ABORT_ON));

    private StreamOverrideKeys() {}

    static StreamOverrides read(Section stream) {
        return new StreamOverrides(
                new StreamOverrides.Lanes(stream.get(ORDER), stream.get(ORDER_KEY), stream.get(CONCURRENCY)),
                new StreamOverrides.Failures(
                        stream.get(MAX_DELIVERIES),
                        stream.get(BACKOFF),
                        stream.get(MAX_BACKOFF),
                        stream.get(DEAD_LETTER),
                        stream.get(RETRY_ON),
                        stream.get(ABORT_ON)));
    }
}
