package io.hopeit.spi;

import io.hopeit.EventContext;
import java.util.List;

/**
 * The port through which results reach their stream; filled by the module that knows streams. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * Instance<EventOutput> outputs;
 *
 * void publish(EventDefinition event, List<Object> results, EventContext context) throws InterruptedException {
 *     if (event.output().isPresent()) {
 *         outputs.get().write(event.output().get(), results, context);
 *     }
 * }
 * }
 */
public interface EventOutput {
    /**
     * Publishes results and returns when all are confirmed.
     *
     * @throws io.hopeit.StreamUnavailableException when one is not confirmed
     */
    void write(WriteTo output, List<Object> results, EventContext context) throws InterruptedException;
}
