package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListener;
import io.hopeit.spi.EventListener.Outcome;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.EventRunner.Arguments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Runs events for messages, each in a request scope of its own. Thread-safe. */
@Dependent
class Runs {
    @Inject
    EventRunner runner;

    @Inject
    Instance<RequestContextController> requests;

    @Inject
    @Any
    Instance<EventListener> found;

    private List<EventListener> listeners = List.of();

    @PostConstruct
    void findListeners() {
        listeners = found.stream().toList();
    }

    void run(EventDefinition event, Object payload, EventContext context) throws Exception {
        try (var request = requests.getHandle()) {
            boolean activated = request.get().activate();
            try {
                runner.run(event, payload, Arguments.NONE, context);
            } finally {
                if (activated) {
                    request.get().deactivate();
                }
            }
        }
    }

    void ended(EventDefinition event, Outcome outcome, Duration elapsed) {
        EventListener.tell(listeners, event, outcome, elapsed);
    }
}
