package io.hopeit.spi;

import io.hopeit.EventContext;
import java.lang.reflect.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs events: the one way in which steps are executed, whatever the trigger. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * EventRunner runner;
 *
 * Object run(EventDefinition event, Object payload, EventContext context) throws Exception {
 *     return runner.run(event, payload, EventRunner.Arguments.NONE, context);
 * }
 * }
 */
public interface EventRunner {
    /** What a request says for the parameters that it has to fill. */
    @FunctionalInterface
    interface Arguments {
        /** For triggers that are no requests. */
        Arguments NONE = parameter -> null;

        /** The value for this parameter; null when it is absent. */
        @Nullable
        Object get(Parameter parameter);
    }

    /**
     * Runs the steps on the calling thread, publishes their results and waits until that is confirmed.
     *
     * @param event what to run
     * @param payload what the first step works on; null for none
     * @param arguments for the parameters that a request has to fill
     * @param context what the steps can know
     * @return the last result, or null when there is none
     * @throws io.hopeit.EventTimeoutException when the event's timeout has passed; the steps were interrupted
     * @throws io.hopeit.StreamUnavailableException when a result could not be published
     * @throws Exception what a step throws, as it is
     */
    @Nullable
    Object run(EventDefinition event, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception;

    /**
     * Calls a method that goes around the steps, on the calling thread and without a timeout.
     *
     * @param event what the method is of
     * @param hook one of the methods of its flow
     * @param payload what the method works on; null for none
     * @param arguments for the parameters that a request or the trigger has to fill
     * @param context what the method can know
     * @return what it returns
     * @throws Exception what it throws, as it is
     */
    @Nullable
    Object call(
            EventDefinition event, Step.Call hook, @Nullable Object payload, Arguments arguments, EventContext context)
            throws Exception;
}
