package io.hopeit.testing;

import io.hopeit.spi.AppTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when somebody says so: the thread of the test, which takes one task after another. Threads that
 * wait for it do not count as busy, all others that the application has begun do.
 */
final class VirtualTime implements AppTime {
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final long LOOK_NANOS = 1_000_000;

    /** What happens then: a callback, or a thread that wakes up. */
    private static final class Task implements Alarm {
        private final VirtualTime time;
        private final long at;
        private final long number;
        private final @Nullable Runnable action;
        private final Thread sleeper;
        /** Whether its sleeper is one of the application's threads. */
        private final boolean counted;

        private volatile boolean done;

        Task(VirtualTime time, long at, long number, @Nullable Runnable action) {
            this.time = time;
            this.at = at;
            this.number = number;
            this.action = action;
            this.sleeper = Thread.currentThread();
            this.counted = action == null && time.working.contains(sleeper);
        }

        @Override
        public void cancel() {
            time.forget(this);
        }
    }

    private final Instant start;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong((Task task) -> task.at).thenComparingLong(task -> task.number));
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile long nanos;
    private long number;
    private int busy;
    private boolean ended;

    VirtualTime(Instant start) {
        this.start = start;
    }

    @Override
    public Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        return add(delay, task);
    }

    private Task add(Duration delay, @Nullable Runnable action) {
        lock.lock();
        try {
            var task = new Task(this, nanos + Math.max(0, delay.toNanos()), number++, action);
            tasks.add(task);
            return task;
        } finally {
            lock.unlock();
        }
    }

    private void forget(Task task) {
        lock.lock();
        try {
            tasks.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** Until somebody interrupts the calling thread. */
    void sleepForever() throws InterruptedException {
        sleep(NEVER);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (!duration.isPositive()) {
            return;
        }
        var task = begin(duration);
        while (!task.done) {
            if (Thread.currentThread().isInterrupted()) {
                interrupted(task); // only now: until then it is seen that this thread will be busy
                Thread.interrupted();
                throw new InterruptedException();
            }
            LockSupport.park(this);
        }
    }

    private Task begin(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            if (ended) {
                throw new InterruptedException("the test has ended");
            }
            var task = add(duration, null);
            if (task.counted) {
                busy--;
            }
            changed.signalAll();
            return task;
        } finally {
            lock.unlock();
        }
    }

    private void interrupted(Task task) {
        lock.lock();
        try {
            if (!task.done) {
                tasks.remove(task);
                busy += task.counted ? 1 : 0;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Work of the application: a thread is busy with it from now on, or only when it begins, until it has ended. */
    Runnable counted(Runnable work, boolean fromNow) {
        if (fromNow) {
            change(1);
        }
        return () -> {
            if (!fromNow) {
                change(1);
            }
            working.add(Thread.currentThread());
            try {
                work.run();
            } finally {
                working.remove(Thread.currentThread());
                change(-1);
            }
        };
    }

    /** The threads that do not wait for this time. */
    List<Thread> busyThreads() {
        lock.lock();
        try {
            var busyOnes = new ArrayList<>(working);
            tasks.stream().filter(task -> task.action == null).forEach(task -> busyOnes.remove(task.sleeper));
            return busyOnes;
        } finally {
            lock.unlock();
        }
    }

    private void change(int by) {
        lock.lock();
        try {
            busy += by;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits, in real time, until no thread is busy; whether that was so in time. */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!isIdle()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                long unused = changed.awaitNanos(LOOK_NANOS); // an interrupt is not signalled
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        return busy <= 0 && tasks.stream().noneMatch(task -> task.action == null && task.sleeper.isInterrupted());
    }

    /** Lets the next thing happen, if it is due at this time or before; whether it was. For one thread. */
    boolean next(long latest) {
        var action = take(latest);
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    private @Nullable Runnable take(long latest) {
        lock.lock();
        try {
            var task = tasks.peek();
            if (task == null || task.at > latest) {
                return null;
            }
            tasks.remove();
            nanos = Math.max(nanos, task.at);
            return task.action == null ? wake(task) : task.action;
        } finally {
            lock.unlock();
        }
    }

    private Runnable wake(Task task) {
        task.done = true;
        busy += task.counted ? 1 : 0;
        return () -> LockSupport.unpark(task.sleeper);
    }

    /** It is this late now. */
    void reach(long time) {
        nanos = Math.max(nanos, time);
    }

    /** Whether something will happen by itself some day. */
    boolean hasNext() {
        lock.lock();
        try {
            var task = tasks.peek();
            return task != null && task.at - nanos < NEVER.toNanos() / 2;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any longer: threads that do, or will, are interrupted. */
    void close() {
        lock.lock();
        try {
            ended = true;
            tasks.stream().filter(task -> task.action == null).forEach(task -> task.sleeper.interrupt());
        } finally {
            lock.unlock();
        }
    }
}
