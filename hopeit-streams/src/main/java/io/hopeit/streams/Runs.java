package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener.Run;
import io.hopeit.spi.EventListeners;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.EventRunner.Arguments;
import io.hopeit.spi.RequestScopes;
import io.hopeit.streams.Decoded.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Runs events for messages, each in a request scope of its own. Thread-safe. */
@Dependent
class Runs {
    @Inject
    EventRunner runner;

    @Inject
    RequestScopes scopes;

    @Inject
    EventListeners listeners;

    void run(EventDefinition event, Message message, EventContext context) throws Exception {
        scopes.inNew(message.origin().trace(), () -> runner.run(event, message.payload(), Arguments.NONE, context));
    }

    void started(EventDefinition event, EventContext context) {
        listeners.started(event, context);
    }

    void ended(Run run) {
        listeners.ended(run);
    }
}
