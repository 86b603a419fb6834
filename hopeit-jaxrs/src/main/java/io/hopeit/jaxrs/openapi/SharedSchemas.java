package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hopeit.spi.EventCatalogue;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The schemas of the OpenAPI document for another one: the same names for the same types, and the same text but for what
 * JSON Schema of draft 7 says in other words. Applications have no use for it. Not thread-safe.
 *
 * {@snippet :
 * Map<String, JsonNode> components(EventCatalogue catalogue, ObjectMapper mapper, Type payload) {
 *     var schemas = new SharedSchemas(catalogue, mapper);
 *     return schemas.components(List.of(schemas.of(payload)));
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class SharedSchemas {
    private static final String COMPONENT = "#/components/schemas/";

    private final Schemas schemas;
    private final Map<String, Schema> components = new TreeMap<>();

    /**
     * With the types of all events that have an HTTP trigger.
     *
     * @param catalogue all events
     * @param mapper how payloads are read and written
     */
    public SharedSchemas(EventCatalogue catalogue, ObjectMapper mapper) {
        this.schemas = new Schemas(mapper);
        var published = new EventsDocument(catalogue, mapper).model(schemas);
        components.putAll(published.getComponents().getSchemas());
    }

    /** The schema of a type: a reference to a component when it is an object, or one of several texts or types. */
    public JsonNode of(Type type) {
        var schema = schemas.of(schemas.type(type));
        components.putAll(schemas.components());
        return DraftSeven.of(schema);
    }

    /** All components that these refer to, and those that they refer to in turn, by name. */
    public Map<String, JsonNode> components(Collection<? extends JsonNode> users) {
        var found = new TreeMap<String, JsonNode>();
        users.forEach(user -> find(user, found));
        return found;
    }

    private void find(JsonNode user, Map<String, JsonNode> found) {
        for (String reference : user.findValuesAsText("$ref")) {
            var name = reference.startsWith(COMPONENT) ? reference.substring(COMPONENT.length()) : "";
            var schema = components.get(name);
            if (schema != null && !found.containsKey(name)) {
                found.put(name, DraftSeven.of(schema));
                find(found.get(name), found);
            }
        }
    }
}
