package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.ServiceLoop;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Step;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One service: takes value after value from its source through the event's steps, and starts the source again when it has
 * ended or failed. A value that fails does not end it.
 */
final class ServiceRun implements EventLoop {
    private static final Logger LOG = System.getLogger("io.hopeit.services");

    /** A source that has made no value and ends at once would keep a processor busy. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** Between tries of a service that fails again and again. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** For work to end after an interrupt. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final EventDefinition event;
    private final Tools tools;
    private final Duration patience;
    private State state = State.STOPPED;
    private @Nullable Turn turn;
    private @Nullable String failure;

    ServiceRun(EventDefinition event, Tools tools, Duration patience) {
        this.event = event;
        this.tools = tools;
        this.patience = patience;
    }

    /** What all services run with. */
    record Tools(EventRunner runner, OwnRuns runs, ManagedThreads threads, AppTime time) {}

    @Override
    public EventDefinition event() {
        return event;
    }

    @Override
    public synchronized State state() {
        return state;
    }

    @Override
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized void start() {
        if (state != State.STOPPED) {
            throw new IllegalStateException("Service already running: " + event.name());
        }
        state = State.STARTING;
        turn = new Turn();
        try {
            turn.thread = tools.threads().work("hopeit-" + event.name(), turn);
        } finally {
            state = turn.thread == null ? State.STOPPED : state; // a server may have no thread to give
        }
    }

    @Override
    public void stop() throws InterruptedException {
        var ending = end();
        if (ending.isEmpty()) {
            throw new IllegalStateException("Cannot stop non running event: %s.".formatted(event.name()));
        }
        await(List.of(ending.get()));
    }

    /** Until all have ended; what is not done in time is interrupted, and all that has a little longer then. */
    static void await(List<Turn> ending) throws InterruptedException {
        for (Turn turn : ending) {
            turn.join(turn.endBy);
        }
        long end = System.nanoTime() + GRACE.toNanos();
        ending.forEach(Turn::interrupt);
        for (Turn turn : ending) {
            turn.join(end);
        }
    }

    /** What there was to end. What is in its steps goes on; a source that waits is interrupted. */
    synchronized Optional<Turn> end() {
        if (turn == null || state == State.STOPPED) {
            return Optional.empty();
        }
        state = State.STOPPING;
        failure = null;
        turn.end();
        return Optional.of(turn);
    }

    private synchronized void become(Turn running, State next, @Nullable String because) {
        if (running == turn && (state != State.STOPPING || next == State.STOPPED)) {
            state = next;
            failure = because;
        }
    }

    /** From a start to the stop after it. */
    final class Turn implements Runnable, ServiceLoop {
        private final ReentrantLock lock = new ReentrantLock(); // a pause does not hold on to a carrier thread
        private volatile @Nullable Thread thread;
        private volatile boolean ending;
        private volatile long endBy;
        private boolean inSteps;
        private Duration backoff = SHORTEST;

        @Override
        public boolean isRunning() {
            return !ending;
        }

        /** The end interrupts whoever waits. */
        @Override
        public boolean pause(Duration duration) {
            try {
                if (!ending) {
                    tools.time().sleep(duration);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return !ending && !Thread.currentThread().isInterrupted();
        }

        private void end() {
            lock.lock();
            try {
                if (!ending) {
                    endBy = System.nanoTime() + patience.toNanos();
                    ending = true;
                }
                var running = thread;
                if (!inSteps && running != null) {
                    running.interrupt();
                }
            } finally {
                lock.unlock();
            }
        }

        private void join(long by) throws InterruptedException {
            var running = thread;
            if (running != null) {
                running.join(Duration.ofNanos(by - System.nanoTime()));
            }
        }

        private void interrupt() {
            var running = thread;
            if (running != null && running.isAlive()) {
                LOG.log(Level.WARNING, "{0} is not done in time and is interrupted", event.name());
                running.interrupt();
            }
        }

        private void inSteps(boolean now) {
            lock.lock();
            try {
                inSteps = now;
                Thread.interrupted(); // it was meant for the source before, and for the steps after them
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() {
            while (isRunning()) {
                try {
                    become(this, State.RUNNING, null);
                    var context = tools.runs().context(event);
                    CurrentEvent.during(context, () -> take(context));
                    backoff = SHORTEST;
                } catch (Throwable e) { // an Error too must not end the service
                    if (!isRunning()) {
                        break;
                    }
                    LOG.log(Level.ERROR, "the service " + event.name() + " has failed and starts again", e);
                    become(this, State.FAILED, String.valueOf(e.getMessage()));
                    backoff = backoff.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : backoff.multipliedBy(2);
                }
                Thread.interrupted(); // of whatever has ended
                pause(backoff);
            }
            become(this, State.STOPPED, null);
        }

        /** All values that the source makes. */
        private @Nullable Void take(EventContext context) throws Exception {
            Step.Call source = event.flow().source().orElseThrow();
            try (Stream<?> values = (Stream<?>) tools.runner().call(event, source, null, parameter -> this, context)) {
                if (values == null) {
                    throw new IllegalStateException(source.name() + " has returned null instead of a Stream");
                }
                for (Iterator<?> each = values.iterator(); isRunning() && each.hasNext(); ) {
                    run(each.next(), context);
                    backoff = SHORTEST;
                }
            }
            return null;
        }

        private void run(@Nullable Object value, EventContext context) {
            inSteps(true);
            try {
                tools.runs().run(event, value, Arguments.NONE, tools.runs().next(context, event));
            } catch (Throwable e) {
                // listeners have been told; even an Error is a matter of this value, and the next one is taken
            } finally {
                inSteps(false);
            }
        }
    }
}
