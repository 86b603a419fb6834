package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.hopeit.config.AppSettings;
import io.hopeit.config.DeploymentSettings;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Json;
import io.smallrye.openapi.runtime.io.definition.DefinitionWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** A document as clients get it. */
record Document(JsonNode json) {
    static final ObjectMapper MAPPER = new Json().mapper();
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    static Document of(EventDefinition... events) {
        return of(List.of("caller", "session_id"), events);
    }

    static Document of(List<String> trackHeaders, EventDefinition... events) {
        var catalogue = new EventCatalogue(
                List.of(new AppDefinition(
                        Events.APP, new AppSettings("my-app", "1.0", List.of(), List.of(), List.of()))),
                new DeploymentSettings(trackHeaders, List.of(), false, "hopeit-admin"),
                List.of(events));
        return of(new EventsDocument(catalogue, MAPPER).model());
    }

    /** With these types as components, and all that they refer to. */
    static Document ofTypes(Type... types) {
        var schemas = new Schemas(MAPPER);
        List.of(types).forEach(type -> schemas.of(schemas.type(type)));
        var components = OASFactory.createComponents();
        schemas.components().forEach(components::addSchema);
        return of(OASFactory.createOpenAPI().components(components));
    }

    private static Document of(OpenAPI model) {
        var json = MAPPER.createObjectNode();
        DefinitionWriter.writeOpenAPI(json, model);
        return new Document(json(json.toString()));
    }

    /** JSON that may have single quotes, and names without. */
    static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode component(String name) {
        return json.path("components").path("schemas").path(name);
    }

    JsonNode property(String component, String name) {
        return component(component).path("properties").path(name);
    }

    /** The only operation. */
    JsonNode operation() {
        return json.path("paths").elements().next().elements().next();
    }

    JsonNode parameter(String name) {
        for (JsonNode parameter : operation().path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return MissingNode.getInstance();
    }

    JsonNode response(int status) {
        return operation().path("responses").path(String.valueOf(status));
    }

    JsonNode result(int status) {
        return schema(response(status));
    }

    JsonNode body() {
        return schema(operation().path("requestBody"));
    }

    /** The schema of a body of this type. */
    JsonNode result(int status, String media) {
        return response(status).path("content").path(media).path("schema");
    }

    JsonNode form() {
        return operation().path("requestBody").path("content").path("multipart/form-data");
    }

    /** The operation of this id. */
    JsonNode operation(String id) {
        return json.path("paths").findParents("operationId").stream()
                .filter(operation -> operation.path("operationId").asText().equals(id))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static JsonNode schema(JsonNode content) {
        return content.path("content").path("application/json").path("schema");
    }
}
