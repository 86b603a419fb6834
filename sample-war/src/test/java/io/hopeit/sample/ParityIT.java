package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The operations that hopeit.engine's simple-example publishes are those of the sample: the same paths, methods,
 * parameters, bodies and proofs. Deliberate differences, all of them:
 * <ul>
 *   <li>track headers are optional, and there are more responses: errors;
 *   <li>a 400 can be an {@code ErrorInfo} as well as what the event answers itself;
 *   <li>an enum in the query is documented with its values, where the original only says that it is a text;
 *   <li>a null is allowed for what need not be there.
 * </ul>
 */
class ParityIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        document = MAPPER.readTree(RunningSample.get()
                .get("/openapi", "Accept", "application/json")
                .body());
    }

    private static JsonNode facts() throws IOException {
        return MAPPER.readTree(ParityIT.class.getResourceAsStream("/hopeit-simple-example.json"));
    }

    static Stream<JsonNode> operations() throws IOException {
        return elements(facts().path("operations"));
    }

    static List<String> schemas() throws IOException {
        var names = new ArrayList<String>();
        facts().path("schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationIsThatOfTheOriginal(JsonNode original) {
        var words = original.path("operation").asText().split(" ", 2);
        var operation = document.path("paths").path(words[1]).path(words[0].toLowerCase(java.util.Locale.ROOT));

        assertThat(operation.isObject()).isTrue();
        assertThat(parameters(operation)).isEqualTo(texts(original.path("parameters")));
        assertThat(content(operation.path("requestBody"))).isEqualTo(texts(original.path("request")));
        assertThat(security(operation))
                .isEqualTo(elements(original.path("security"))
                        .map(JsonNode::asText)
                        .toList());
        original.path("responses").fields().forEachRemaining(response -> assertThat(
                        content(operation.path("responses").path(response.getKey())))
                .describedAs(response.getKey())
                .isEqualTo(texts(response.getValue())));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aTypeIsThatOfTheOriginal(String name) throws IOException {
        var schema = document.at("/components/schemas").path(name);

        assertThat(type(schema)).isEqualTo(plain(facts().path("schemas").path(name)));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.fields().forEachRemaining(field -> texts.put(field.getKey(), plain(field.getValue())));
        return texts;
    }

    /** A text, or the members of an object in order of their names. */
    private static String plain(JsonNode node) {
        return node.isObject() ? texts(node).toString() : node.asText();
    }

    private static Map<String, String> parameters(JsonNode operation) {
        var found = new TreeMap<String, String>();
        for (JsonNode parameter : operation.path("parameters")) {
            var name = parameter.path("name").asText();
            if (!name.startsWith("X-Track-")) {
                var type = resolved(parameter.path("schema")).path("type").asText();
                found.put(
                        parameter.path("in").asText() + " " + name,
                        type + (parameter.path("required").asBoolean() ? "" : "?"));
            }
        }
        return found;
    }

    private static List<String> security(JsonNode operation) {
        var names = new ArrayList<String>();
        operation.path("security").forEach(one -> one.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** By media type; the same for a response that is described elsewhere. */
    private static Map<String, String> content(JsonNode body) {
        var described = body.has("$ref") ? at(body.path("$ref").asText()) : body;
        var types = new TreeMap<String, String>();
        described
                .path("content")
                .fields()
                .forEachRemaining(media -> types.put(
                        media.getKey(), type(withoutError(media.getValue().path("schema")))));
        return types;
    }

    private static JsonNode at(String reference) {
        return document.at(reference.substring(1));
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? at(schema.path("$ref").asText()) : schema;
    }

    private static JsonNode withoutError(JsonNode schema) {
        var others = elements(schema.path("anyOf"))
                .filter(each -> !each.path("$ref").asText().endsWith("/ErrorInfo"))
                .toList();
        return others.size() == 1 ? others.getFirst() : schema;
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().replaceFirst(".*/", "");
        }
        if (schema.has("allOf")) {
            return type(schema.path("allOf").get(0));
        }
        if (schema.at("/anyOf/1").has("not")) {
            return type(schema.at("/anyOf/0"));
        }
        if (schema.has("enum")) {
            return "enum "
                    + String.join(
                            ",",
                            elements(schema.path("enum")).map(JsonNode::asText).toList());
        }
        return switch (schema.path("type").asText()) {
            case "array" -> "array of " + type(schema.path("items"));
            case "object" -> members((ObjectNode) schema).toString();
            case "string" -> schema.path("format").asText().equals("binary") ? "binary" : "string";
            case String other -> other;
        };
    }

    private static Map<String, String> members(ObjectNode schema) {
        var required = elements(schema.path("required")).map(JsonNode::asText).toList();
        var members = new TreeMap<String, String>();
        schema.path("properties")
                .fields()
                .forEachRemaining(member -> members.put(
                        member.getKey(), type(member.getValue()) + (required.contains(member.getKey()) ? "" : "?")));
        return members;
    }
}
