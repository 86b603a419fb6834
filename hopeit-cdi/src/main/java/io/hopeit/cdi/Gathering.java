package io.hopeit.cdi;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of a collector have returned so far, or what the first one of them has failed with. Thread-safe, with a
 * lock that virtual threads can wait for without holding on to their carriers.
 */
final class Gathering {
    private final int expected;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, @Nullable Object> results = new HashMap<>();
    private @Nullable Throwable failure;

    Gathering(int expected) {
        this.expected = expected;
    }

    void done(String method, @Nullable Object result) {
        change(() -> results.put(method, result));
    }

    void failed(Throwable cause) {
        change(() -> failure = failure == null ? cause : failure);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for these, or until the calling thread is interrupted because one of them cannot come any more. */
    Map<String, @Nullable Object> await(Collection<String> methods) throws InterruptedException {
        lock.lock();
        try {
            while (!results.keySet().containsAll(methods)) {
                changed.await();
            }
            return new HashMap<>(results);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for all.
     *
     * @throws Exception what the first one has failed with
     */
    Map<String, @Nullable Object> await() throws Exception {
        lock.lock();
        try {
            while (results.size() < expected && failure == null) {
                changed.await();
            }
            return switch (failure) {
                case null -> new HashMap<>(results);
                case Exception e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            };
        } finally {
            lock.unlock();
        }
    }
}
