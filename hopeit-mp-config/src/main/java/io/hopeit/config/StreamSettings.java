package io.hopeit.config;

import java.time.Duration;

/**
 * What configuration says about one stream: {@code hopeit.stream.<name>.*} over {@code hopeit.stream-defaults.*}.
 *
 * {@snippet lang="properties" :
 * hopeit.stream.orders.shards=8
 * hopeit.stream.orders.max-payload-size=65536
 * hopeit.stream-defaults.claim-idle=PT1M
 * }
 *
 * @param key the key in Redis, without a queue's suffix; key {@code key}, default {@code <app>.<version>.<name>}
 * @param shards over this many keys each queue is spread, so that servers of a cluster share it; key {@code shards}, 1
 *     to 256, default 1: it is one key
 * @param consume how it is read
 * @param publish how it is written
 * @param overrides what is said in place of annotations
 */
public record StreamSettings(String key, int shards, Consume consume, Publish publish, StreamOverrides overrides) {
    /** What is not said otherwise. */
    public static StreamSettings defaults(String key) {
        return new StreamSettings(key, 1, Consume.DEFAULTS, Publish.DEFAULTS, StreamOverrides.none());
    }

    /**
     * How a stream is read.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.batch-size=100
     * hopeit.stream.orders.claim-idle=PT1M
     * }
     *
     * @param startFrom where a consumer group begins that has not existed before; key {@code start-from}, default {@code
     *     0}, the oldest message
     * @param batchSize at most this many messages are read at once from each queue, fewer when the work is slow; key {@code
     *     batch-size}, default 500
     * @param block how long a read waits for the first message before it is sent anew; key {@code block}, default 2 s
     * @param inFlight how much one consumer may have read and not acknowledged
     * @param claimIdle after this long without a sign of life of its consumer, a message is taken over by another; key
     *     {@code claim-idle}, at least 1 s, default 30 s
     * @param consumerExpiry a consumer that has been idle for this long, with nothing pending, is deleted from its group;
     *     key {@code consumer-expiry}, at least 1 s, default 1 min
     * @param maxPayloadSize largest payload in bytes, after decompression, that is accepted from a message; key {@code
     *     max-payload-size}, default 1 MiB; a consumer may need its concurrency times some times as much
     */
    public record Consume(
            StartFrom startFrom,
            int batchSize,
            Duration block,
            InFlight inFlight,
            Duration claimIdle,
            Duration consumerExpiry,
            int maxPayloadSize) {
        /** What is not said otherwise. */
        public static final Consume DEFAULTS = new Consume(
                StartFrom.BEGINNING,
                500,
                Duration.ofSeconds(2),
                new InFlight(4000, 64L << 20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                1 << 20);
    }

    /**
     * Where a consumer group begins that has not existed before.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.start-from=$
     * }
     */
    public enum StartFrom implements WireName {
        /** With the oldest message. */
        BEGINNING("0"),
        /** With what is published from now on. */
        NOW("$");

        private final String wireName;

        StartFrom(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /**
     * How much one consumer of this application may have read and not acknowledged.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.max-in-flight=500
     * hopeit.stream.orders.max-in-flight-bytes=16777216
     * }
     *
     * @param messages how many; key {@code max-in-flight}, default 4000
     * @param bytes about this many, all together; key {@code max-in-flight-bytes}, default 64 MiB
     */
    public record InFlight(int messages, long bytes) {}

    /**
     * How a stream is written.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.replicas=1
     * hopeit.stream.orders.idempotent-for=PT1H
     * }
     *
     * @param envelope what is around a payload; key {@code envelope}, default {@code full}, which hopeit.engine can read
     * @param serialization how payloads become bytes; key {@code serialization}, default {@code json+base64}
     * @param compression how payloads are compressed; key {@code compression}, default {@code lz4}
     * @param maxMessageSize largest message in bytes, as it is stored; a larger one is refused; key {@code
     *     max-message-size}, default 16 MiB
     * @param replicas how many replicas must have a message before it counts as published; key {@code replicas}, 0 to
     *     16, default 0
     * @param idempotentFor a message with the same event id is appended once within this time; key {@code
     *     idempotent-for}, default zero: every message is appended
     * @param trimming what is dropped from the stream
     */
    public record Publish(
            Envelope envelope,
            Serialization serialization,
            Compression compression,
            int maxMessageSize,
            int replicas,
            Duration idempotentFor,
            Trimming trimming) {
        /** What is not said otherwise. */
        public static final Publish DEFAULTS = new Publish(
                Envelope.FULL,
                Serialization.JSON_BASE64,
                Compression.LZ4,
                16 << 20,
                0,
                Duration.ZERO,
                new Trimming(0, Duration.ZERO, false, false));
    }

    /**
     * Which old messages are dropped, about, when another is published.
     *
     * {@snippet lang="properties" :
     * hopeit.stream.orders.max-age=P7D
     * hopeit.stream.orders.trim-acknowledged=true
     * }
     *
     * @param maxLength those before the last this many; key {@code max-length}, default 0: no such rule
     * @param maxAge those that are older; key {@code max-age}, default zero: no such rule
     * @param acknowledged all that every group has acknowledged; key {@code trim-acknowledged}, default false
     * @param unread whether {@code maxLength} and {@code maxAge} also drop what a group has not acknowledged or not even
     *     read, which is then lost to it; key {@code trim-unread}, default false
     */
    public record Trimming(long maxLength, Duration maxAge, boolean acknowledged, boolean unread) {}
}
