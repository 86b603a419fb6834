package io.hopeit.streams.engine;

import io.hopeit.spi.FailurePolicy;
import java.time.Duration;

/**
 * The numbers of one consumer.
 *
 * {@snippet :
 * var settings = new EngineSettings(
 *         "shop.1x0.orders.ship",
 *         100,
 *         500,
 *         Duration.ofSeconds(2),
 *         new EngineSettings.Limits(4000, 64 << 20),
 *         new EngineSettings.Lease(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(10)),
 *         FailurePolicy.DEFAULT,
 *         false);
 * }
 *
 * @param group the group of which it is a consumer
 * @param concurrency at most this many entries run at once
 * @param batchSize at most this many entries of a stream are read at once
 * @param block how long a read waits for the first entry
 * @param limits how much is held at once
 * @param lease when an entry counts as abandoned
 * @param policy what becomes of failures
 * @param isOrdered whether entries of a line run one after another, and one that fails holds up those behind it
 * @hidden applications have no use for it
 */
public record EngineSettings(
        String group,
        int concurrency,
        int batchSize,
        Duration block,
        Limits limits,
        Lease lease,
        FailurePolicy policy,
        boolean isOrdered) {
    public EngineSettings {
        requirePositive(concurrency, "concurrency");
        requirePositive(batchSize, "batch-size");
        requirePositive(block.toMillis(), "block");
    }

    private static void requirePositive(long number, String name) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + " has to be positive, not " + number);
        }
    }

    /**
     * What is held at once: read and not yet acknowledged.
     *
     * @param entries at most this many
     * @param bytes about this many
     */
    public record Limits(int entries, long bytes) {
        public Limits {
            requirePositive(entries, "max-in-flight");
            requirePositive(bytes, "max-in-flight-bytes");
        }
    }

    /**
     * When an entry counts as abandoned.
     *
     * @param idle after this long without a sign of life from its consumer any other may take it
     * @param expiry consumers that are idle for this long and have nothing are deleted
     * @param longestRun an entry that runs for longer than this is not kept alive any more
     */
    public record Lease(Duration idle, Duration expiry, Duration longestRun) {
        public Lease {
            requirePositive(idle.toMillis(), "claim-idle");
            requirePositive(expiry.toMillis(), "consumer-expiry");
        }
    }
}
