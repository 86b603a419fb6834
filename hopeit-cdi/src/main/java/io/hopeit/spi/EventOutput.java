package io.hopeit.spi;

import io.hopeit.EventContext;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;

/**
 * The port through which results reach their stream; filled by the module that knows streams. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * Instance<EventOutput> outputs;
 *
 * void publish(EventDefinition event, List<Object> results, Function<Object, Type> declared, EventContext context)
 * throws InterruptedException {
 *     if (event.output().isPresent()) {
 *         outputs.get().write(event.output().get(), results, ResultTypes.of(event.flow())::of, context);
 *     }
 * }
 * }
 */
public interface EventOutput {
    /**
     * Publishes results and returns when all are confirmed.
     *
     * @param declared what a result is declared as; it is asked only about those whose class has type parameters
     * @throws io.hopeit.StreamUnavailableException when one is not confirmed
     */
    void write(WriteTo output, List<Object> results, Function<Object, Type> declared, EventContext context)
            throws InterruptedException;
}
