package io.hopeit.config;

import io.hopeit.config.StreamSettings.StartFrom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The keys of {@link StreamSettings}. */
final class StreamKeys {
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(1);

    private static final Key<String> KEY = new Key<>(
            "key", Kind.streamKey(), "<app>.<version>.<stream>", "its key in Redis, without a queue's suffix");
    private static final Key<Integer> SHARDS = new Key<>(
            "shards", Kind.integer(1, 256), 1, "keys that each queue is spread over, for the servers of a cluster");

    static final KeyGroup NAMED =
            new KeyGroup("Streams, one by one", "", List.of("hopeit.stream.<stream>"), List.of(KEY));
    static final KeyGroup GROUP = new KeyGroup(
            "Streams",
            "Of one stream, or of all; its own value wins.",
            List.of("hopeit.stream.<stream>", "hopeit.stream-defaults"),
            Stream.of(List.of(SHARDS), Consume.KEYS, Publish.KEYS)
                    .<Key<?>>flatMap(List::stream)
                    .toList());

    private StreamKeys() {}

    static StreamSettings read(Values values, String name, String defaultKey) {
        var stream = values.section(GROUP, name);
        return new StreamSettings(
                values.section(NAMED, name).get(KEY, defaultKey),
                stream.get(SHARDS),
                Consume.read(stream),
                Publish.read(stream),
                StreamOverrideKeys.read(values.section(StreamOverrideKeys.GROUP, name)));
    }

    /** The keys of {@link StreamSettings.Consume}. */
    private static final class Consume {
        private static final StreamSettings.Consume USUAL = StreamSettings.Consume.DEFAULTS;

        private static final Key<StartFrom> START_FROM = new Key<>(
                "start-from",
                Kind.choice(StartFrom.class),
                USUAL.startFrom(),
                "where a new group of consumers begins: `0` is the oldest message, `$` what is published from now on");
        private static final Key<Integer> BATCH_SIZE = new Key<>(
                "batch-size",
                Kind.integer(1, 10_000),
                USUAL.batchSize(),
                "at most this many messages are read at once from each queue; fewer when the work is slow");
        private static final Key<Duration> BLOCK = new Key<>(
                "block",
                Kind.duration(Duration.ofMinutes(5)),
                USUAL.block(),
                "how long a read waits for the first message");
        private static final Key<Integer> MAX_IN_FLIGHT = new Key<>(
                "max-in-flight",
                Kind.integer(1, 1_000_000),
                USUAL.inFlight().messages(),
                "messages that one consumer has read and not acknowledged");
        private static final Key<Long> MAX_IN_FLIGHT_BYTES = new Key<>(
                "max-in-flight-bytes",
                Kind.number(1, Long.MAX_VALUE),
                USUAL.inFlight().bytes(),
                "the same in bytes, about");
        private static final Key<Duration> CLAIM_IDLE = new Key<>(
                "claim-idle",
                Kind.duration(SHORTEST_IDLE, Kind.LONGEST),
                USUAL.claimIdle(),
                "a message whose consumer gives no sign of life for this long is taken over");
        private static final Key<Duration> CONSUMER_EXPIRY = new Key<>(
                "consumer-expiry",
                Kind.duration(SHORTEST_IDLE, Kind.LONGEST),
                USUAL.consumerExpiry(),
                "a consumer that is idle for this long, with nothing pending, is deleted from its group");
        private static final Key<Integer> MAX_PAYLOAD_SIZE = new Key<>(
                "max-payload-size",
                Kind.integer(1, Integer.MAX_VALUE - 8),
                USUAL.maxPayloadSize(),
                "bytes of a payload as JSON, after decompression and Base64; larger ones are neither published nor read;"
                        + " `concurrency` of them, some times over, have to fit the heap");

        static final List<Key<?>> KEYS = List.of(
                START_FROM,
                BATCH_SIZE,
                BLOCK,
                MAX_IN_FLIGHT,
                MAX_IN_FLIGHT_BYTES,
                CLAIM_IDLE,
                CONSUMER_EXPIRY,
                MAX_PAYLOAD_SIZE);

        private Consume() {}

        static StreamSettings.Consume read(Section stream) {
            return new StreamSettings.Consume(
                    stream.get(START_FROM),
                    stream.get(BATCH_SIZE),
                    stream.get(BLOCK),
                    new StreamSettings.InFlight(stream.get(MAX_IN_FLIGHT), stream.get(MAX_IN_FLIGHT_BYTES)),
                    stream.get(CLAIM_IDLE),
                    stream.get(CONSUMER_EXPIRY),
                    stream.get(MAX_PAYLOAD_SIZE));
        }
    }

    /** The keys of {@link StreamSettings.Publish}. */
    private static final class Publish {
        private static final StreamSettings.Publish USUAL = StreamSettings.Publish.DEFAULTS;

        private static final Key<Envelope> ENVELOPE = new Key<>(
                "envelope",
                Kind.choice(Envelope.class),
                USUAL.envelope(),
                "what is around a payload as it is written, both are read; hopeit.engine reads `full` only");
        private static final Key<Serialization> SERIALIZATION = new Key<>(
                "serialization",
                Kind.choice(Serialization.class),
                USUAL.serialization(),
                "how payloads are written; all are read");
        private static final Key<Compression> COMPRESSION = new Key<>(
                "compression",
                Kind.choice(Compression.class),
                USUAL.compression(),
                "how payloads are compressed; all are read");
        private static final Key<Integer> MAX_MESSAGE_SIZE = new Key<>(
                "max-message-size",
                Kind.integer(1, Integer.MAX_VALUE - 8),
                USUAL.maxMessageSize(),
                "bytes of a message as it is stored; a larger one is refused by its publisher");
        private static final Key<Integer> REPLICAS = new Key<>(
                "replicas",
                Kind.integer(0, 16),
                USUAL.replicas(),
                "replicas that must have a message before it counts as published");
        private static final Key<Duration> IDEMPOTENT_FOR = new Key<>(
                "idempotent-for",
                Kind.durationOrZero(Kind.LONGEST),
                USUAL.idempotentFor(),
                "a message with the same event id is appended once within this time; zero is off");
        private static final Key<Long> MAX_LENGTH = new Key<>(
                "max-length",
                Kind.number(0, Long.MAX_VALUE),
                USUAL.trimming().maxLength(),
                "trim the stream at about this length, but only what all groups have acknowledged; 0 is never");
        private static final Key<Duration> MAX_AGE = new Key<>(
                "max-age",
                Kind.durationOrZero(Kind.LONGEST),
                USUAL.trimming().maxAge(),
                "drop what is older, but only what all groups have acknowledged; zero is never");
        private static final Key<Boolean> TRIM_ACKNOWLEDGED = new Key<>(
                "trim-acknowledged",
                Kind.flag(),
                USUAL.trimming().acknowledged(),
                "drop what all groups have acknowledged, however new");
        private static final Key<Boolean> TRIM_UNREAD = new Key<>(
                "trim-unread",
                Kind.flag(),
                USUAL.trimming().unread(),
                "whether `max-length` and `max-age` also drop what is not acknowledged, or not even read: it is lost");

        static final List<Key<?>> KEYS = List.of(
                ENVELOPE,
                SERIALIZATION,
                COMPRESSION,
                MAX_MESSAGE_SIZE,
                REPLICAS,
                IDEMPOTENT_FOR,
                MAX_LENGTH,
                MAX_AGE,
                TRIM_ACKNOWLEDGED,
                TRIM_UNREAD);

        private Publish() {}

        static StreamSettings.Publish read(Section stream) {
            return new StreamSettings.Publish(
                    stream.get(ENVELOPE),
                    stream.get(SERIALIZATION),
                    stream.get(COMPRESSION),
                    stream.get(MAX_MESSAGE_SIZE),
                    stream.get(REPLICAS),
                    stream.get(IDEMPOTENT_FOR),
                    new StreamSettings.Trimming(
                            stream.get(MAX_LENGTH),
                            stream.get(MAX_AGE),
                            stream.get(TRIM_ACKNOWLEDGED),
                            stream.get(TRIM_UNREAD)));
        }
    }
}
