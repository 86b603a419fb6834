package io.hopeit.streams.engine;

import io.hopeit.streams.spi.BrokerException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of one engine share: the lock that guards them all, and what is to be done once it is released. The
 * broker and the workers are never called while it is held, so they may answer at once.
 */
final class Core {
    /**
     * One that the broker gathers, one that arrives, one in work, and one that is acknowledged, each twice: where threads
     * share a core, one of them works off a batch before the next one gets its turn.
     */
    private static final int BATCHES_AHEAD = 8;

    final EngineSettings settings;
    final Ports ports;
    final InFlight inFlight = new InFlight();
    final Queue queue = new Queue();
    final Pace pace;
    /** How many entries reads that are on their way may bring. */
    int expected;
    /** Whether nothing that arrives is to begin until it is resumed. */
    boolean paused;
    /** How many run for too long, and may never end. */
    int overdue;
    /** How many intakes cannot read. */
    int failing;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> outbox = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Runnable> sending = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Boolean> sendingNow = ThreadLocal.withInitial(() -> false);
    private Runnable afterwards = () -> {};
    private long now;

    Core(EngineSettings settings, Ports ports) {
        this.settings = settings;
        this.ports = ports;
        this.pace = new Pace(BATCHES_AHEAD * settings.batchSize());
        this.now = ports.millis().getAsLong();
    }

    /** What is looked at whenever something has changed, with the lock held. */
    void afterwards(Runnable look) {
        afterwards = look;
    }

    /** What may still be held; that reads are on their way is not looked at. */
    long roomInBytes() {
        return settings.limits().bytes() - inFlight.bytes();
    }

    /** When the change began that goes on. */
    long now() {
        return now;
    }

    /** Between a half and all of that, at random, so that many who wait for the same do not come at once. */
    long jittered(long millis) {
        return ports.random().nextLong(millis / 2, Math.max(millis, 1) + 1);
    }

    void count(EngineListener.Count what, long times) {
        if (times > 0) {
            ports.listener().count(what, times);
        }
    }

    /** Changes something, and then does what follows from it. */
    void change(Runnable change) {
        change(() -> {
            change.run();
            return null;
        });
    }

    /** As {@link #change(Runnable)}, with a result. */
    <T extends @Nullable Object> T change(Supplier<T> change) {
        T result;
        lock.lock();
        try {
            now = ports.millis().getAsLong();
            result = change.get();
            afterwards.run();
            if (!outbox.isEmpty()) {
                sending.addAll(outbox);
                outbox.clear();
            }
        } finally {
            lock.unlock();
        }
        send();
        return result;
    }

    /** A thread does not send while it sends: an answer may come at once, and ask for more. */
    private void send() {
        if (!sending.isEmpty() && !sendingNow.get()) {
            sendingNow.set(true);
            try {
                for (Runnable next = sending.poll(); next != null; next = sending.poll()) {
                    act(next);
                }
            } finally {
                sendingNow.remove();
            }
        }
    }

    /** What goes wrong with one of them must not keep back the others. */
    private void act(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) { // an Error too
            tell(e);
        }
    }

    private void tell(Throwable failure) {
        try {
            ports.listener().failed("go on", failure);
        } catch (Throwable ignored) {
            // there may be no memory to say so, and a worker must not end by that
        }
    }

    /** Does something once the lock is released. */
    void later(Runnable action) {
        outbox.add(action);
    }

    /** Asks the broker something once the lock is released, and handles the answer as a change. */
    <T> void ask(Supplier<CompletionStage<T>> question, BiConsumer<@Nullable T, @Nullable Throwable> answer) {
        later(() -> {
            CompletionStage<T> stage;
            try {
                stage = question.get();
            } catch (Throwable e) { // an Error too
                change(() -> answer.accept(null, e));
                return;
            }
            stage.whenComplete((result, failure) -> change(() -> answer.accept(result, cause(failure))));
        });
    }

    static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Whether the stream or its group has gone, so that there is nothing to be told. */
    static boolean isGone(@Nullable Throwable failure) {
        return failure instanceof BrokerException broker && broker.kind() == BrokerException.Kind.STATE;
    }
}
