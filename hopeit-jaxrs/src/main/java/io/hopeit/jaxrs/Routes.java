package io.hopeit.jaxrs;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Part;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Trigger;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which events are served at a path. */
@Part
class Routes {
    private static final Pattern MATRIX = Pattern.compile(";[^/]*");

    @Inject
    EventCatalogue catalogue;

    private Map<String, List<EventDefinition>> plain = Map.of();
    private List<Route> templates = List.of();

    private record Route(EventDefinition event, Pattern path) {}

    @PostConstruct
    void readCatalogue() {
        plain = events().filter(event -> !path(event).contains("{"))
                .collect(Collectors.groupingBy(event -> trimmed(path(event))));
        templates = events().filter(event -> path(event).contains("{"))
                .map(event -> new Route(event, new PathTemplate(trimmed(path(event))).pattern()))
                .toList();
    }

    private Stream<EventDefinition> events() {
        return catalogue.events().stream().filter(event -> event.trigger() instanceof Trigger.Http);
    }

    private static String path(EventDefinition event) {
        return ((Trigger.Http) event.trigger()).path();
    }

    /** As servers match them: a slash at the end and what follows a semicolon do not count. */
    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** With any method; none when no event is there. One without parameters goes before those with some. */
    List<EventDefinition> at(UriInfo uri) {
        var path = uri.getPath(false);
        var plainPath = path.indexOf(';') < 0 ? path : MATRIX.matcher(path).replaceAll("");
        var asked = trimmed(plainPath.startsWith("/") ? plainPath : "/" + plainPath);
        var found = plain.get(asked);
        return found != null
                ? found
                : templates.stream()
                        .filter(route -> route.path().matcher(asked).matches())
                        .map(Route::event)
                        .toList();
    }

    /** What clients may ask for at their path: the value of {@code Allow}. */
    static String methods(List<EventDefinition> events) {
        var methods = new TreeSet<String>(List.of("OPTIONS"));
        events.forEach(event -> {
            var method = ((Trigger.Http) event.trigger()).method();
            methods.add(method.name());
            if (method == Trigger.Http.Method.GET) {
                methods.add("HEAD");
            }
        });
        return String.join(", ", methods);
    }
}
