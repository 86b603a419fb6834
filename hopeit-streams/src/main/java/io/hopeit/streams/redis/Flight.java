package io.hopeit.streams.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that are sent in one write, and have landed when all are answered. Thread-safe. */
final class Flight {
    private final List<? extends Call<?>> calls;
    private final long deadline;
    private final AtomicInteger open;
    private final CompletableFuture<Void> landed = new CompletableFuture<>();
    private volatile boolean written;

    Flight(List<? extends Call<?>> calls, long deadline) {
        this.calls = calls;
        this.deadline = deadline;
        this.open = new AtomicInteger(calls.size());
    }

    /** Begins to wait for answers; to be called before anything is sent. */
    void watch(Line line) {
        for (Call<?> call : calls) {
            var unused = call.whenComplete((answer, failure) -> {
                written = true;
                line.answered(failure);
                if (open.decrementAndGet() == 0) {
                    landed.complete(null);
                }
            });
        }
    }

    List<? extends Call<?>> calls() {
        return calls;
    }

    /** Surely on its way: what is sent later comes after it. */
    boolean isWritten() {
        return written;
    }

    void wasWritten() {
        written = true;
    }

    /** Never fails. */
    CompletableFuture<Void> landed() {
        return landed;
    }

    boolean isLate(long now) {
        return now - deadline > 0;
    }

    void fail(Throwable reason) {
        calls.forEach(call -> call.completeExceptionally(reason));
    }
}
