package io.hopeit.streams;

import io.hopeit.config.StreamSettings;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.streams.spi.Backoff;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.StreamReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of one event and has them worked on, some at a time. An entry is acknowledged when its work is done;
 * one whose work fails stays pending, and its neighbours do not notice.
 */
final class Consumer implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");

    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Worker worker;
    private final StreamReader reader;
    private final ManagedThreads threads;
    private final StreamSettings.Consume settings;
    private final int concurrency;
    private final Semaphore permits;
    private final Map<String, Acks> acks = new ConcurrentHashMap<>();
    private final Backoff backoff = new Backoff();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private final Thread loop;
    private volatile boolean stopping;
    private volatile @Nullable String failure;

    Consumer(Worker worker, StreamReader reader, ManagedThreads threads) {
        this.worker = worker;
        this.reader = reader;
        this.threads = threads;
        this.settings = worker.read().stream().settings().consume();
        this.concurrency = worker.read().lanes().concurrency();
        this.permits = new Semaphore(concurrency);
        this.loop = threads.loop(threadName(), this::loop);
    }

    private String threadName() {
        return "hopeit-" + worker.event().name();
    }

    void start() {
        loop.start();
    }

    /** Why it cannot read at the moment, if it cannot. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void loop() {
        while (!stopping) {
            try {
                readOnce();
                backoff.reset();
                failure = null;
            } catch (InterruptedException e) {
                stopping = true;
            } catch (Throwable e) { // an Error too must not end the loop
                log(failure != null ? Level.DEBUG : Level.WARNING, e);
                failure = String.valueOf(e.getMessage());
                pause();
            }
        }
    }

    private void log(Level level, Throwable failure) {
        var text = "%s cannot read and tries again: %s".formatted(worker.event().name(), failure.getMessage());
        LOG.log(level, text, failure instanceof BrokerException ? null : failure);
    }

    private void pause() {
        try {
            Thread.sleep(backoff.next());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void readOnce() throws InterruptedException {
        acks.values().forEach(Acks::retry);
        permits.acquire();
        permits.release();
        if (stopping) {
            return;
        }
        int free = permits.availablePermits() / worker.keys().size();
        for (Entry entry : reader.read(Math.clamp(free, 1, settings.batchSize()), settings.block())) {
            permits.acquireUninterruptibly(); // a stop that comes now is for the next read: what was read is worked on
            start(entry);
        }
    }

    private void start(Entry entry) {
        boolean started = false;
        try {
            threads.work(threadName(), () -> work(entry));
            started = true;
        } finally {
            if (!started) {
                permits.release();
            }
        }
    }

    private void work(Entry entry) {
        working.add(Thread.currentThread());
        try {
            if (worker.work(entry)) {
                acks.computeIfAbsent(entry.key(), key -> new Acks(reader, key)).add(entry.id());
            }
        } finally {
            working.remove(Thread.currentThread());
            permits.release();
        }
    }

    /** Reads no more; what has begun goes on. */
    void stop() {
        stopping = true;
        reader.end(loop);
    }

    /** The loop may have been on its way into a read that nobody has ended. */
    private void awaitLoop() throws InterruptedException {
        for (int i = 0; i < TRIES && loop.isAlive(); i++) {
            loop.join(PATIENCE);
            reader.end(loop);
        }
        loop.interrupt();
    }

    /** Waits until what has begun is done, and interrupts what is not at the deadline. */
    void drain(Deadline deadline) throws InterruptedException {
        awaitLoop();
        loop.join(deadline.remaining()); // until all that was read has begun
        if (!isIdle(deadline.remaining())) {
            LOG.log(Level.WARNING, () -> "%s: %d messages are not done in time and are interrupted"
                    .formatted(worker.event().name(), working.size()));
            working.forEach(Thread::interrupt);
        }
    }

    /** Waits until what has been interrupted has ended, and all that is done is acknowledged. */
    void settle(Deadline deadline) throws InterruptedException {
        isIdle(deadline.remaining());
        int left = 0;
        for (Acks stream : acks.values()) {
            left += stream.flush(deadline);
        }
        if (left > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1} messages are done but could not be acknowledged",
                    worker.event().name(),
                    left);
        }
    }

    private boolean isIdle(Duration patience) throws InterruptedException {
        boolean idle = permits.tryAcquire(concurrency, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (idle) {
            permits.release(concurrency);
        }
        return idle;
    }

    @Override
    public void close() {
        reader.close();
    }
}
