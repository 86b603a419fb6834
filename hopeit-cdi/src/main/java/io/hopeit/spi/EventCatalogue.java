package io.hopeit.spi;

import io.hopeit.App;
import io.hopeit.config.DeploymentSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All events of a deployment, checked; it does not change afterwards.
 *
 * {@snippet :
 * void print(BeanManager beans) {
 *     EventCatalogue catalogue = beans.getExtension(EventsExtension.class).catalogue();
 *     catalogue.events().forEach(event -> out.println(event.id().key() + " is " + event.beanClass().getName()));
 * }
 * }
 */
public final class EventCatalogue {
    private final List<AppDefinition> apps;
    private final DeploymentSettings settings;
    private final List<EventDefinition> events;
    private final Map<String, EventDefinition> byKey;

    /**
     * With all that there is.
     *
     * @param apps the applications; the first is the one that configuration names
     * @param settings what configuration says about all of them
     * @param events in order of their keys
     */
    public EventCatalogue(List<AppDefinition> apps, DeploymentSettings settings, List<EventDefinition> events) {
        this.apps = List.copyOf(apps);
        this.settings = settings;
        this.events = List.copyOf(events);
        this.byKey =
                events.stream().collect(Collectors.toMap(event -> event.id().key(), Function.identity()));
    }

    /** The application that configuration names. */
    public App app() {
        return apps.getFirst().app();
    }

    /** The applications; the first is the one that configuration names. */
    public List<AppDefinition> apps() {
        return apps;
    }

    /** What configuration says about all applications. */
    public DeploymentSettings settings() {
        return settings;
    }

    /** Names of further track ids that travel with a request: {@code caller}. */
    public List<String> trackHeaders() {
        return settings.trackHeaders();
    }

    /** In order of their keys. */
    public List<EventDefinition> events() {
        return events;
    }

    /**
     * The event with this {@link EventId#key()}.
     *
     * @throws IllegalArgumentException when there is none: transports only ask for keys that they got from here
     */
    public EventDefinition event(String key) {
        var event = byKey.get(key);
        if (event == null) {
            throw new IllegalArgumentException("no event is " + key);
        }
        return event;
    }
}
