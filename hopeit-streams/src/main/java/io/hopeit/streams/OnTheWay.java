package io.hopeit.streams;

import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Broker;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/**
 * Messages that have been handed to the broker and not been answered. Who publishes waits while there are many: the
 * broker refuses what is more than it can hold, and would do so in the middle of a list. Thread-safe.
 */
final class OnTheWay {
    /** With these there is room left for those who do not wait, such as a health check. */
    private static final int PLACES = 12_000;

    private static final int BYTES_OF_A_PLACE = 4096;

    private final Semaphore free = new Semaphore(PLACES, true);

    /** Appends it, as soon as there is room. */
    CompletionStage<String> send(Append append, Broker broker) throws InterruptedException {
        int places = (int) Math.min(PLACES, 1 + append.size() / BYTES_OF_A_PLACE);
        free.acquire(places);
        CompletionStage<String> confirmation;
        try {
            confirmation = broker.append(append);
        } catch (Throwable e) {
            free.release(places);
            throw e;
        }
        var unused = confirmation.whenComplete((id, failure) -> free.release(places));
        return confirmation;
    }
}
