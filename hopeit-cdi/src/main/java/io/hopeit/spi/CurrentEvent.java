package io.hopeit.spi;

import io.hopeit.EventContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The run that the calling thread is in the middle of. Threads that a step starts itself are in none.
 *
 * {@snippet :
 * String caller() {
 *     return CurrentEvent.context().map(run -> run.identity().name()).orElse("nobody");
 * }
 * }
 */
public final class CurrentEvent {
    private static final ThreadLocal<@Nullable EventContext> CURRENT = new ThreadLocal<>();

    private CurrentEvent() {}

    /** What is known about the run, if there is one. */
    public static Optional<EventContext> context() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * For the runner: does the work as a part of a run, which may be inside of another.
     *
     * @throws Exception what the work throws
     */
    public static <T extends @Nullable Object> T during(EventContext context, Callable<T> work) throws Exception {
        var before = CURRENT.get();
        CURRENT.set(context);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
