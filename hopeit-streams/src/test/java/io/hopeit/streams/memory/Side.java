package io.hopeit.streams.memory;

import io.hopeit.streams.redis.RedisBroker;
import io.hopeit.streams.redis.RedisClientForTests;
import io.hopeit.streams.spi.Broker;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/** A broker that can be made to lose things, and whose time can be made to pass. */
interface Side {
    Broker broker();

    void delete(String key);

    void delete(String key, String id);

    /** Lets at least a millisecond pass. */
    void tick();

    /** Ends reads whose time is over. */
    void endReads();

    /** In memory, with a clock and a timer of its own. */
    final class OfMemory implements Side {
        private static final long START = 1_800_000_000_000L;

        private final Queue<Runnable> timers = new ArrayDeque<>();
        private long now = START;
        private final MemoryBroker broker =
                new MemoryBroker(() -> Instant.ofEpochMilli(now), (delay, task) -> timers.add(task));

        @Override
        public Broker broker() {
            return broker;
        }

        @Override
        public void delete(String key) {
            broker.delete(key);
        }

        @Override
        public void delete(String key, String id) {
            broker.delete(key, id);
        }

        @Override
        public void tick() {
            now++;
        }

        @Override
        public void endReads() {
            while (!timers.isEmpty()) {
                timers.remove().run();
            }
        }
    }

    /** A server. */
    record OfRedis(RedisBroker broker, RedisClientForTests client) implements Side {
        @Override
        public void delete(String key) {
            client.commands().del(key);
        }

        @Override
        public void delete(String key, String id) {
            client.commands().xdel(key, id);
        }

        @Override
        public void tick() {
            long before = System.currentTimeMillis();
            while (System.currentTimeMillis() == before) {
                LockSupport.parkNanos(200_000);
            }
        }

        @Override
        public void endReads() {
            // the server does
        }
    }
}
