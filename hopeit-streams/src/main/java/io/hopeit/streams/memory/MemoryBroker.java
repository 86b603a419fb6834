package io.hopeit.streams.memory;

import io.hopeit.spi.MemoryFacts;
import io.hopeit.spi.SharedFacts;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.StreamReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Streams in the memory of this process: for tests and trials. Nothing survives {@link #close()}, and a stream without
 * a maximal length grows as long as it is written. Thread-safe.
 */
public final class MemoryBroker implements Broker {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final Map<String, MemoryStream> streams = new HashMap<>();
    private final Map<String, SharedFacts> facts = new ConcurrentHashMap<>();
    private boolean closed;

    @Override
    public String address() {
        return "memory";
    }

    @Override
    public CompletionStage<String> append(String key, Map<String, byte[]> fields, long maxLength) {
        lock.lock();
        try {
            checkOpen("append to " + key);
            var id = stream(key).append(new LinkedHashMap<>(fields), maxLength);
            arrival.signalAll();
            return CompletableFuture.completedFuture(id);
        } catch (BrokerException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public StreamReader reader(List<String> keys, String group, String consumer) {
        return new MemoryReader(this, keys, group);
    }

    List<Entry> read(MemoryReader reader, int count, Duration block) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long remaining = block.toNanos();
            while (true) {
                checkOpen("read " + reader.keys());
                var entries = reader.keys().stream()
                        .flatMap(key -> stream(key).group(reader.group()).next(count).stream())
                        .toList();
                if (!entries.isEmpty() || remaining <= 0) {
                    return entries;
                }
                remaining = arrival.awaitNanos(remaining);
            }
        } finally {
            lock.unlock();
        }
    }

    CompletionStage<Long> ack(String key, String group, List<String> ids) {
        lock.lock();
        try {
            return CompletableFuture.completedFuture(stream(key).group(group).ack(ids));
        } finally {
            lock.unlock();
        }
    }

    /** The ids of the entries that are pending. */
    List<String> pending(String key, String group) {
        lock.lock();
        try {
            return stream(key).group(group).pending();
        } finally {
            lock.unlock();
        }
    }

    private MemoryStream stream(String key) {
        return streams.computeIfAbsent(key, MemoryStream::new);
    }

    private void checkOpen(String what) {
        if (closed) {
            throw new BrokerException("cannot " + what + " in memory: the broker is closed", null);
        }
    }

    @Override
    public SharedFacts facts(String prefix) {
        return facts.computeIfAbsent(prefix, p -> new MemoryFacts());
    }

    @Override
    public boolean isReachable() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
