package io.hopeit.streams.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.config.RedisSettings;
import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.redis.RedisBroker;
import io.hopeit.streams.redis.RedisClientForTests;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The broker in memory answers as Redis does, in any sequence of calls. One that fails is named by its seed, and runs
 * again just so with {@code -Dtest=MemoryModelTest -Dhopeit.model.seed=<seed>}; {@code -Dhopeit.model.sequences=<n>}
 * tries more of them.
 */
class MemoryModelTest {
    private static final long SEQUENCES = Long.getLong("hopeit.model.sequences", 1000);
    private static final int AT_ONCE = 4;
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** A step after which the two differ. */
    private record Difference(int index, String text) {}

    @Test
    void answersAsTheOldestServerThatIsSupported() {
        System.setProperty(EmbeddedRedis.BINARY_PROPERTY, "bundled");
        try (var redis = EmbeddedRedis.start()) {
            System.clearProperty(EmbeddedRedis.BINARY_PROPERTY);
            assertThat(failures(redis, SEQUENCES)).isEmpty();
        } finally {
            System.clearProperty(EmbeddedRedis.BINARY_PROPERTY);
        }
    }

    @Test
    void answersAsTheServerOfThisMachine() {
        try (var redis = EmbeddedRedis.start()) {
            boolean isOther = !redis.description().contains("bundled");
            if (!isOther) {
                System.out.println("skipped: no redis-server on the PATH");
            }
            Assumptions.assumeTrue(isOther);
            assertThat(failures(redis, SEQUENCES / 2)).isEmpty();
        }
    }

    private static List<String> failures(EmbeddedRedis redis, long sequences) {
        var only = Long.getLong("hopeit.model.seed");
        var settings = new RedisSettings(URI.create(redis.uri()), Duration.ofSeconds(5), Duration.ofSeconds(5));
        try (var broker = new RedisBroker(settings);
                var client = new RedisClientForTests(redis.uri())) {
            var real = new Side.OfRedis(broker, client);
            return only == null
                    ? failures(real, sequences)
                    : failure(only, real).stream().toList();
        }
    }

    /** Several at once, as most of the time is spent waiting. */
    private static List<String> failures(Side real, long sequences) {
        var failures = new ConcurrentLinkedQueue<String>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (long i = 0; i < sequences; i++) {
                long seed = i;
                pool.execute(() -> {
                    if (failures.isEmpty()) {
                        failure(seed, real).ifPresent(failures::add);
                    }
                });
            }
        }
        return List.copyOf(failures);
    }

    private static Optional<String> failure(long seed, Side real) {
        var sequence = Sequence.of(seed);
        return difference(sequence, real)
                .map(found -> "seed %d: %s".formatted(seed, shrunk(sequence.first(found.index() + 1), real, found)));
    }

    private static Optional<Difference> difference(Sequence sequence, Side real) {
        var prefix = "model." + RUNS.incrementAndGet() + ".";
        try (var here = new World(new Side.OfMemory(), sequence, prefix);
                var there = new World(real, sequence, prefix)) {
            for (int i = 0; i < sequence.steps().size(); i++) {
                var step = sequence.steps().get(i);
                var answer = here.run(step);
                var other = there.run(step);
                if (!answer.agrees(other)) {
                    return Optional.of(new Difference(i, "memory answers %s, Redis %s".formatted(answer, other)));
                }
            }
            var answer = here.end();
            var other = there.end();
            return answer.agrees(other)
                    ? Optional.empty()
                    : Optional.of(new Difference(
                            sequence.steps().size(), "memory ends with %s, Redis with %s".formatted(answer, other)));
        }
    }

    /** Leaves out what is not needed. */
    private static String shrunk(Sequence failing, Side real, Difference found) {
        for (int i = failing.steps().size() - 1; i >= 0; i--) {
            var shorter = failing.without(i);
            var again = difference(shorter, real);
            if (again.isPresent()) {
                return shrunk(shorter.first(again.get().index() + 1), real, again.get());
            }
        }
        return failing + "\n" + found.text();
    }
}
