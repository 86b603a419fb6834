package io.hopeit.streams;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The consumer of one event, which can be stopped and started: each start is another consumer. */
final class ConsumerLoop implements EventLoop {
    /** For work to end after an interrupt, and for acknowledgements to be answered. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final EventDefinition event;
    private final Supplier<Consumer> open;
    private final Duration patience;
    private @Nullable Consumer consumer;
    private boolean stopping;

    ConsumerLoop(EventDefinition event, Supplier<Consumer> open, Duration patience) {
        this.event = event;
        this.open = open;
        this.patience = patience;
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
        return consumer.failure().isPresent() ? State.FAILED : State.RUNNING;
    }

    @Override
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(consumer).flatMap(Consumer::failure);
    }

    @Override
    public synchronized void start() {
        if (consumer != null) {
            throw new IllegalStateException("Stream already running: " + event.name());
        }
        consumer = open.get();
        consumer.start();
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

    private synchronized Optional<Consumer> current() {
        return Optional.ofNullable(consumer);
    }

    /** Another who stops it too may be late, and it may have been started again. */
    private synchronized void gone(Consumer ended) {
        if (consumer == ended) {
            consumer = null;
            stopping = false;
        }
    }
}
