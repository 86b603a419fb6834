package io.hopeit.config;

import java.time.Duration;
import java.util.List;

/** The keys of {@link StreamSettings}. */
final class StreamKeys {
    private static final Key<String> KEY = new Key<>(
            "key", Kind.streamKey(), "<app>.<version>.<stream>", "its key in Redis, without a queue's suffix");
    private static final Key<Integer> BATCH_SIZE =
            new Key<>("batch-size", Kind.integer(1, 10_000), 100, "messages read at once from each queue");
    private static final Key<Duration> BLOCK = new Key<>(
            "block",
            Kind.duration(Duration.ofMinutes(5)),
            Duration.ofSeconds(2),
            "how long a read waits for the first message");
    private static final Key<Integer> CONCURRENCY =
            new Key<>("concurrency", Kind.integer(1, 100_000), 100, "messages of one consumer worked on at once");
    private static final Key<Serialization> SERIALIZATION = new Key<>(
            "serialization",
            Kind.choice(Serialization.class),
            Serialization.JSON_BASE64,
            "how payloads are written; all are read");
    private static final Key<Compression> COMPRESSION = new Key<>(
            "compression",
            Kind.choice(Compression.class),
            Compression.LZ4,
            "how payloads are compressed; all are read");
    private static final Key<Long> MAX_LENGTH = new Key<>(
            "max-length",
            Kind.number(0, Long.MAX_VALUE),
            0L,
            "trim the stream at about this length, read or not; 0 is never");
    private static final Key<Integer> MAX_PAYLOAD_SIZE = new Key<>(
            "max-payload-size",
            Kind.integer(1, Integer.MAX_VALUE - 8),
            1 << 20,
            "bytes of a payload after decompression; `concurrency` of them, some times over, have to fit the heap");

    static final KeyGroup NAMED =
            new KeyGroup("Streams, one by one", "", List.of("hopeit.stream.<stream>"), List.of(KEY));
    static final KeyGroup GROUP = new KeyGroup(
            "Streams",
            "Of one stream, or of all; its own value wins.",
            List.of("hopeit.stream.<stream>", "hopeit.stream-defaults"),
            List.of(BATCH_SIZE, BLOCK, CONCURRENCY, SERIALIZATION, COMPRESSION, MAX_LENGTH, MAX_PAYLOAD_SIZE));

    private StreamKeys() {}

    static StreamSettings read(Values values, String name, String defaultKey) {
        var stream = values.section(GROUP, name);
        return new StreamSettings(
                values.section(NAMED, name).get(KEY, defaultKey),
                stream.get(BATCH_SIZE),
                stream.get(BLOCK),
                stream.get(CONCURRENCY),
                stream.get(SERIALIZATION),
                stream.get(COMPRESSION),
                stream.get(MAX_LENGTH),
                stream.get(MAX_PAYLOAD_SIZE));
    }
}
