package io.hopeit.cdi;

import io.hopeit.spi.AppTime.Alarm;
import io.hopeit.spi.ManagedThreads;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen about then, unless it is cancelled, as it mostly is. One thread looks at all of it some times a second,
 * and sleeps when there was nothing for a while: a timer for each run would wake it each time, and so would short runs that
 * come one by one, were it asleep after each. Thread-safe.
 */
final class RoughAlarms {
    /** How late something may happen, in ns. */
    private static final long LOOK_NANOS = 10_000_000;
    /** How often it looks and finds that nothing has been asked for before it sleeps: for a second. */
    private static final int LOOKS_IN_VAIN = 100;
    /** Nobody waits for more than that, and differences of the clock stay what they are. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final ManagedThreads threads;
    private final Set<RoughAlarm> waiting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread watch;
    /** Whether anything was asked for since it has looked. */
    private volatile boolean used;

    private volatile boolean asleep;
    private volatile boolean stopped;

    RoughAlarms(ManagedThreads threads) {
        this.threads = threads;
    }

    Alarm after(Duration delay, Runnable task) {
        var alarm = new RoughAlarm(this, (delay.compareTo(LONGEST) < 0 ? delay : LONGEST).toNanos(), task);
        waiting.add(alarm);
        if (!used) { // a write each time would take it away from the other threads
            used = true;
        }
        if (watch == null) {
            begin(alarm);
        }
        if (asleep) {
            LockSupport.unpark(watch);
        }
        return alarm;
    }

    /** Without a thread the alarm is none: nobody has it who could cancel it. */
    private void begin(RoughAlarm first) {
        try {
            begin();
        } catch (Throwable e) {
            waiting.remove(first);
            throw e;
        }
    }

    private synchronized void begin() {
        if (watch == null && !stopped) {
            var watching = threads.loop("hopeit-deadlines", this::look);
            watching.start();
            watch = watching;
        }
    }

    private void look() {
        int inVain = 0;
        while (!stopped) {
            inVain = used ? 0 : inVain + 1;
            used = false;
            try {
                rest(inVain > LOOKS_IN_VAIN);
                long now = System.nanoTime();
                waiting.forEach(alarm -> alarm.look(now));
            } catch (Throwable e) { // an Error too, as no memory: else nothing would ever happen in time again
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        }
    }

    private void rest(boolean isQuiet) {
        asleep = isQuiet && isIdle();
        if (asleep && isIdle()) { // not one that has begun before it could know of the sleep
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        asleep = false;
        var unused = Thread.interrupted(); // it would not sleep any more
    }

    /** The size of such a set may be wrong for a moment, but no walk through it misses what is there. */
    private boolean isIdle() {
        return !waiting.iterator().hasNext();
    }

    synchronized void stop() {
        stopped = true;
        LockSupport.unpark(watch);
    }

    /** One of them; it holds no number of its own, and no timer. */
    private static final class RoughAlarm implements Alarm {
        private final RoughAlarms all;
        private final long start = System.nanoTime();
        private final long delay;
        private final Runnable task;
        private final int hash = Long.hashCode(Thread.currentThread().threadId());

        RoughAlarm(RoughAlarms all, long delay, Runnable task) {
            this.all = all;
            this.delay = delay;
            this.task = task;
        }

        private void look(long now) {
            if (now - start >= delay && all.waiting.remove(this)) {
                task.run();
            }
        }

        @Override
        public void cancel() {
            all.waiting.remove(this);
        }

        /** By the thread, which is cheaper than a number for each; equal is only one to itself. */
        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }
    }
}
