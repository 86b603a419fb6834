package io.hopeit.streams.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when nothing more is to be done in it. */
final class VirtualTime implements InstantSource {
    private static final long START = 1_795_000_000_000L;

    private record Task(long at, long number, Runnable action) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));

    private long now;
    private long number;

    /** In ms, from the start. */
    long now() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(START + now);
    }

    @Override
    public long millis() {
        return START + now;
    }

    void after(long millis, Runnable action) {
        tasks.add(new Task(now + millis, number++, action));
    }

    /** Lets time pass up to then. */
    void runUntil(long end) {
        while (!tasks.isEmpty() && tasks.element().at() <= end) {
            var task = tasks.remove();
            now = task.at();
            task.action().run();
        }
        now = end;
    }
}
