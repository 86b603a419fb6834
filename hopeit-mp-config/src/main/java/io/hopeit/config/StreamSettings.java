package io.hopeit.config;

import java.time.Duration;

/**
 * What configuration says about one stream: {@code hopeit.stream.<name>.*} over {@code hopeit.stream-defaults.*}.
 *
 * @param key the key in Redis, without a queue's suffix; key {@code key}, default {@code <app>.<version>.<name>}
 * @param batchSize at most this many messages are read at once from each queue; key {@code batch-size}, default 100.
 *     Larger is faster, and more has to be delivered again after a crash
 * @param block how long a read waits for the first message before it is sent anew; key {@code block}, default 2 s
 * @param concurrency at most this many messages of one consumer are worked on at once; key {@code concurrency}, default
 *     100
 * @param serialization how payloads are written; key {@code serialization}, default {@code json+base64}
 * @param compression how payloads are compressed; key {@code compression}, default {@code lz4}
 * @param maxLength older messages are trimmed, read or not, when the stream is about this long; key {@code max-length},
 *     default 0: never
 * @param maxPayloadSize largest payload in bytes, after decompression, that is accepted from a message; key {@code
 *     max-payload-size}, default 1 MiB; a consumer may need {@code concurrency} times some times as much
 */
public record StreamSettings(
        String key,
        int batchSize,
        Duration block,
        int concurrency,
        Serialization serialization,
        Compression compression,
        long maxLength,
        int maxPayloadSize) {}
