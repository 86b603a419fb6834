package io.hopeit.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that an application lives in: timeouts, pauses and retries are told by it. It is the system's own, unless a
 * test has a bean that is an alternative to it. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * AppTime time;
 *
 * boolean isLate(Order order) {
 *     return time.now().isAfter(order.due());
 * }
 * }
 */
public interface AppTime {
    /**
     * Something that is to happen later.
     *
     * {@snippet :
     * AppTime.Alarm alarm = time.after(Duration.ofSeconds(5), () -> call.interrupt());
     * call.run();
     * alarm.cancel();
     * }
     */
    @FunctionalInterface
    interface Alarm {
        /** It need not happen any more. Has no effect when it has. */
        void cancel();
    }

    /** What time it is. */
    Instant now();

    /** What time it is in whole microseconds: more would be lost in a message. */
    default Instant nowInMicros() {
        return Timestamps.inMicros(now());
    }

    /** A clock that never goes back, in ns; only differences mean something. */
    long nanos();

    /**
     * Waits, for no time when the duration is zero or negative.
     *
     * @throws InterruptedException when the calling thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Does something small after a while, to the millisecond as far as the machine can; it must not wait. */
    Alarm after(Duration delay, Runnable task);

    /**
     * Like {@link #after}, but it may be some 10 ms late, and costs next to nothing if it is cancelled before: for what
     * mostly need not happen, such as the end of a run's time.
     */
    default Alarm roughlyAfter(Duration delay, Runnable task) {
        return after(delay, task);
    }
}
