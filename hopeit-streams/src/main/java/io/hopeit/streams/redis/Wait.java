package io.hopeit.streams.redis;

import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks how many replicas have all that was written before it on its connection, and holds up what comes after it until as
 * many as wanted have. So one answers for all that are sent together.
 */
final class Wait extends Call<Long> {
    private final int replicas;

    Wait(int replicas, Duration timeout) {
        super(CommandType.WAIT, args().add(replicas).add(timeout.toMillis()), new IntegerOutput<>(CODEC));
        this.replicas = replicas;
    }

    /** The same calls, with one of these at their end in place of all. */
    static List<Call<?>> shared(List<Call<?>> calls) {
        if (!(calls.getLast() instanceof Wait)) {
            return calls;
        }
        var shared = new ArrayList<Call<?>>(calls.size());
        var waits = new ArrayList<Wait>();
        for (Call<?> call : calls) {
            if (call instanceof Wait wait) {
                waits.add(wait);
            } else {
                shared.add(call);
            }
        }
        waits.sort(Comparator.comparingInt(wait -> wait.replicas));
        var one = waits.removeLast();
        shared.add(one);
        var unused = one.whenComplete((count, failure) -> waits.forEach(wait -> wait.end(count, failure)));
        return shared;
    }

    private void end(@Nullable Long count, @Nullable Throwable failure) {
        if (count != null) {
            complete(count);
        } else {
            completeExceptionally(failure == null ? new IllegalStateException("no answer") : failure);
        }
    }
}
