package io.hopeit.streams;

import io.hopeit.EventContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Which runs are for a message that may have been taken over by another consumer meanwhile, because this process was
 * frozen for long: what they would publish, the other one will publish. Thread-safe.
 */
final class Ownership {
    private final Map<String, BooleanSupplier> runs = new ConcurrentHashMap<>();

    /** This run is for a message, from now on. */
    void begin(EventContext context, BooleanSupplier isOurs) {
        runs.put(context.trackIds().operationId(), isOurs);
    }

    /** The run has ended. */
    void end(EventContext context) {
        runs.remove(context.trackIds().operationId());
    }

    /** Nothing happens, unless the message of this run has been taken over. */
    void check(EventContext context) throws LeaseLostException {
        var isOurs = runs.get(context.trackIds().operationId());
        if (isOurs != null && !isOurs.getAsBoolean()) {
            throw new LeaseLostException();
        }
    }
}
