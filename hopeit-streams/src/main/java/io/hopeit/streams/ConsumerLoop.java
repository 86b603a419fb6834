package io.hopeit.streams;

import io.hopeit.spi.DeadLetters;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The consumer of one event, which can be stopped and started: each start is another consumer. */
final class ConsumerLoop implements EventLoop {
    /** A consumer that reads nothing for longer is not one that can be relied on. */
    private static final long STALL_MILLIS = 30_000;
    /** For work to end after an interrupt, and for what is done to be acknowledged. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final EventDefinition event;
    private final Supplier<Consumer> open;
    private final Duration patience;
    private final DeadLetters deadLetters;
    private final ConsumerStats stats;
    private @Nullable Consumer consumer;
    private boolean paused;
    private boolean stopping;

    ConsumerLoop(
            EventDefinition event,
            Supplier<Consumer> open,
            Duration patience,
            DeadLetters deadLetters,
            ConsumerStats stats) {
        this.event = event;
        this.open = open;
        this.patience = patience;
        this.deadLetters = deadLetters;
        this.stats = stats;
    }

    @Override
    public EventDefinition event() {
        return event;
    }

    @Override
    public synchronized State state() {
        if (consumer == null) {
            return State.STOPPED;
        }
        if (stopping) {
            return State.STOPPING;
        }
        if (paused) {
            return State.PAUSED;
        }
        return consumer.failure().isPresent() ? State.FAILED : State.RUNNING;
    }

    @Override
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(consumer).flatMap(Consumer::failure);
    }

    @Override
    public Optional<DeadLetters> deadLetters() {
        return Optional.of(deadLetters);
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("group", stats.read().group());
        current().ifPresent(running -> {
            details.put("consumer", running.name());
            details.put("inFlight", running.engine().inFlight());
            details.put("lastReadAgeMillis", running.engine().millisSinceRead());
        });
        details.putAll(stats.details());
        return details;
    }

    /** What is known of it, over all its starts. */
    ConsumerStats stats() {
        return stats;
    }

    /** Whether it is stopped, or its group exists. */
    boolean hasJoined() {
        return current().isEmpty() || stats.hasJoined();
    }

    /** Whether it should read, but has not for long. One that is busy, paused or stopped has not stalled. */
    boolean isStalled() {
        var state = state();
        long block = stats.read().stream().settings().consume().block().toMillis();
        return (state == State.RUNNING || state == State.FAILED)
                && current().stream()
                        .anyMatch(running -> running.engine().millisStalled() > Math.max(STALL_MILLIS, 2 * block));
    }

    @Override
    public synchronized void start() {
        if (consumer != null) {
            throw new IllegalStateException("Stream already running: " + event.name());
        }
        consumer = open.get();
        consumer.engine().resume();
    }

    @Override
    public synchronized void pause() {
        if (state() != State.RUNNING && state() != State.FAILED) {
            throw new IllegalStateException("Cannot pause non running event: %s.".formatted(event.name()));
        }
        paused = true;
        current().ifPresent(running -> running.engine().pause());
    }

    @Override
    public synchronized void resume() {
        if (state() != State.PAUSED) {
            throw new IllegalStateException("Cannot resume non paused event: %s.".formatted(event.name()));
        }
        paused = false;
        current().ifPresent(running -> running.engine().resume());
    }

    @Override
    public void stop() throws InterruptedException {
        if (!end()) {
            throw new IllegalStateException("Cannot stop non running event: %s.".formatted(event.name()));
        }
        try {
            drain(Deadline.in(patience));
        } finally {
            close(Deadline.in(GRACE)); // also when this thread is interrupted: it could not be started again
        }
    }

    /** Reads no more; whether there was something to end. */
    synchronized boolean end() {
        if (consumer == null || stopping) {
            return false;
        }
        stopping = true;
        consumer.stop();
        return true;
    }

    /** Waits for what has begun. */
    void drain(Deadline deadline) throws InterruptedException {
        var ending = current();
        if (ending.isPresent()) {
            ending.get().drain(deadline);
        }
    }

    /** The end, whatever is not done. */
    void close(Deadline deadline) throws InterruptedException {
        var ending = current();
        if (ending.isEmpty()) {
            return;
        }
        try {
            ending.get().settle(deadline);
        } finally {
            ending.get().close();
            gone(ending.get());
        }
    }

    /** What runs at the moment. */
    synchronized Optional<Consumer> current() {
        return Optional.ofNullable(consumer);
    }

    /** Another who stops it too may be late, and it may have been started again. */
    private synchronized void gone(Consumer ended) {
        if (consumer == ended) {
            consumer = null;
            stopping = false;
            paused = false;
        }
    }
}
