package io.hopeit.cdi;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Trigger;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What makes events run in this deployment. An event that nothing runs would be silent for ever, so it is a mistake. */
class Transports {
    private final Set<Class<? extends Trigger>> served = new HashSet<>();

    void add(Class<? extends Trigger> trigger) {
        served.add(trigger);
    }

    void check(EventCatalogue catalogue, Problems problems) {
        if (!served.contains(Trigger.Http.class)) {
            missing(catalogue, Transports::isAsked, "answers requests for", "hopeit-jaxrs", problems);
        }
        if (!served.contains(Trigger.Read.class)) {
            missing(catalogue, Transports::hasStream, "reads or writes the streams of", "hopeit-streams", problems);
        }
    }

    private static boolean isAsked(EventDefinition event) {
        return event.trigger() instanceof Trigger.Http;
    }

    private static boolean hasStream(EventDefinition event) {
        return event.trigger() instanceof Trigger.Read || event.output().isPresent();
    }

    private static void missing(
            EventCatalogue catalogue, Predicate<EventDefinition> of, String does, String module, Problems problems) {
        var events = catalogue.events().stream()
                .filter(of)
                .map(EventDefinition::beanClass)
                .distinct()
                .toList();
        if (!events.isEmpty()) {
            int others = events.size() - 1;
            var more = others == 0 ? "" : others == 1 ? " (and 1 other)" : " (and %d others)".formatted(others);
            problems.add(
                    events.getFirst(),
                    "nothing here %s this event%s: add the dependency io.hopeit:%s.",
                    does,
                    more,
                    module);
        }
    }
}
