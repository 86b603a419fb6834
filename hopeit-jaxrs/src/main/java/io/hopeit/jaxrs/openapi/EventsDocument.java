package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.PathTemplate;
import io.hopeit.spi.Trigger;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * The document of a catalogue: a path for each route, a schema for each type. Equal catalogues give equal documents.
 *
 * @param catalogue the events; those without an HTTP trigger are left out
 * @param mapper how their payloads are read and written
 */
record EventsDocument(EventCatalogue catalogue, ObjectMapper mapper) {
    private static final String OPENAPI = "3.0.3";

    OpenAPI model() {
        return model(new Schemas(mapper));
    }

    /** Types that {@code schemas} does not know yet get their names here. */
    OpenAPI model(Schemas schemas) {
        var document = OASFactory.createOpenAPI()
                .openapi(OPENAPI)
                .info(OASFactory.createInfo()
                        .title(catalogue.app().name())
                        .version(catalogue.app().version()))
                .paths(OASFactory.createPaths());
        tags().forEach(document::addTag);
        var operations = new EventOperations(catalogue, schemas);
        catalogue.events().forEach(event -> add(event, operations, document));
        var components = OASFactory.createComponents();
        schemas.components().forEach(components::addSchema);
        operations.addShared(components);
        return document.components(components);
    }

    /** One for each application or plugin that serves requests. */
    private Stream<Tag> tags() {
        var served = catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Http)
                .map(EventDefinition::app);
        return Stream.concat(Stream.of(catalogue.app()), served).distinct().map(app -> OASFactory.createTag()
                .name(app.key()));
    }

    private static void add(EventDefinition event, EventOperations operations, OpenAPI document) {
        if (event.trigger() instanceof Trigger.Http http) {
            path(new PathTemplate(http.path()).path(), document)
                    .setOperation(HttpMethod.valueOf(http.method().name()), operations.operation(event, http));
        }
    }

    private static PathItem path(String path, OpenAPI document) {
        var known = document.getPaths().getPathItem(path);
        if (known != null) {
            return known;
        }
        var item = OASFactory.createPathItem();
        document.getPaths().addPathItem(path, item);
        return item;
    }
}
