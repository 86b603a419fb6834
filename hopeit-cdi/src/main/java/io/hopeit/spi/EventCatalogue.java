package io.hopeit.spi;

import io.hopeit.App;
import java.util.List;

/**
 * All events of a deployment, checked; it does not change afterwards.
 *
 * @param app the application they belong to
 * @param trackHeaders names of further track ids that travel with a request: {@code caller}
 * @param events in order of their names
 */
public record EventCatalogue(App app, List<String> trackHeaders, List<EventDefinition> events) {
    public EventCatalogue {
        trackHeaders = List.copyOf(trackHeaders);
        events = List.copyOf(events);
    }

    /** The event with this name; transports only ask for names that they got from here. */
    public EventDefinition event(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event is named " + name));
    }
}
