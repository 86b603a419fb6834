package io.hopeit.jaxrs;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Trigger;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** Which events are served at a path. */
@ApplicationScoped
class Routes {
    @Inject
    EventCatalogue catalogue;

    private List<Route> routes = List.of();

    private record Route(EventDefinition event, Pattern path) {}

    @PostConstruct
    void readCatalogue() {
        routes = catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Http)
                .map(event -> new Route(event, new PathTemplate(((Trigger.Http) event.trigger()).path()).pattern()))
                .toList();
    }

    /** With any method; none when no event is there. */
    List<EventDefinition> at(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::event)
                .toList();
    }
}
