package io.hopeit.spi;

import io.hopeit.EventContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Told about every run of every event; any bean that implements it is. Thread-safe, quick, and never throws.
 *
 * {@snippet :
 * @ApplicationScoped
 * class SlowRuns implements EventListener {
 *     @Override
 *     public void ended(Run run) {
 *         if (run.elapsed().toMillis() > 500) {
 *             Slow.remember(run.event().name(), run.context().trackIds().requestId());
 *         }
 *     }
 * }
 * }
 */
public interface EventListener {
    /**
     * How a run ended.
     *
     * {@snippet :
     * void count(EventListener.Run run) {
     *     switch (run.outcome()) {
     *         case DONE -> done.increment();
     *         case IGNORED, FAILED -> others.increment(run.outcome().label());
     *     }
     * }
     * }
     */
    enum Outcome {
        /** As it should. */
        DONE,
        /** The request was refused: what the client sent was wrong. */
        IGNORED,
        /** With an error of ours. */
        FAILED;

        /** The name in metrics and logs: {@code done}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A run that has ended.
     *
     * @param event what ran
     * @param context what its steps could know
     * @param outcome how it ended
     * @param elapsed how long it took
     * @param extras what its transport knows, in order: {@code response.status}; made for those who ask
     * @param failure what it ended with, if anything
     */
    record Run(
            EventDefinition event,
            EventContext context,
            Outcome outcome,
            Duration elapsed,
            Supplier<Map<String, Object>> extras,
            Optional<Throwable> failure) {}

    /**
     * Watches the steps of one run. Thread-safe: the methods of a collector run at the same time.
     *
     * {@snippet :
     * class Steps implements EventListener.Watch {
     *     @Override
     *     public EventListener.Watch step(Step.Call step) {
     *         out.println(step.name() + " begins");
     *         return NONE;
     *     }
     * }
     * }
     */
    interface Watch extends AutoCloseable {
        /** Sees nothing. */
        Watch NONE = new Watch() {};

        /** A step begins on the calling thread; the result is closed on that thread when it has ended. */
        default Watch step(Step.Call step) {
            return NONE;
        }

        /** The run has this result: a value that no later step has taken, or no value. */
        default void result(@Nullable Object value) {}

        /** It ends with this: what was thrown, or that a run took too long; {@link #close} follows. */
        default void failed(Throwable failure) {}

        @Override
        default void close() {}
    }

    /** A run begins: of a request that may still be refused, of a message, of a value of a service. */
    default void started(EventDefinition event, EventContext context) {}

    /** The steps of a run begin on the calling thread; the result is closed on that thread when they have ended. */
    default Watch watch(EventDefinition event, EventContext context) {
        return Watch.NONE;
    }

    /** A run has ended. */
    void ended(Run run);
}
