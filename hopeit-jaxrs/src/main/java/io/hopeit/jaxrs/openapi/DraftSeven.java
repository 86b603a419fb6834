package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema of OpenAPI 3.0 as one of JSON Schema's draft 7. Most words are the same; {@code nullable} becomes one more
 * type, an exclusive limit a number, an example one of a list. A discriminator has no counterpart, and is told by the
 * alternatives themselves.
 */
final class DraftSeven {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode node = MAPPER.createObjectNode();
    private final Schema schema;

    private DraftSeven(Schema schema) {
        this.schema = schema;
    }

    static JsonNode of(Schema schema) {
        var words = new DraftSeven(schema);
        if (schema.getRef() != null) {
            return words.node.put("$ref", schema.getRef());
        }
        if (Nullability.isNull(schema)) {
            return words.node.put("type", "null");
        }
        words.describe();
        words.limitText();
        words.limitNumber();
        words.limitContent();
        words.combine();
        return Boolean.TRUE.equals(schema.getNullable()) ? words.orNull() : words.node;
    }

    private void describe() {
        put("title", schema.getTitle());
        put("description", schema.getDescription());
        put("type", schema.getType() == null ? null : schema.getType().toString());
        put("format", schema.getFormat());
        put("enum", schema.getEnumeration());
        put("default", schema.getDefaultValue());
        put("examples", schema.getExample() == null ? null : List.of(schema.getExample()));
        put("deprecated", schema.getDeprecated());
        put("readOnly", schema.getReadOnly());
        put("writeOnly", schema.getWriteOnly());
    }

    private void limitText() {
        put("pattern", schema.getPattern());
        put("minLength", schema.getMinLength());
        put("maxLength", schema.getMaxLength());
    }

    private void limitNumber() {
        put(word("minimum", "exclusiveMinimum", schema.getExclusiveMinimum()), schema.getMinimum());
        put(word("maximum", "exclusiveMaximum", schema.getExclusiveMaximum()), schema.getMaximum());
        put("multipleOf", schema.getMultipleOf());
    }

    private static String word(String inclusive, String exclusive, @Nullable Boolean isExclusive) {
        return Boolean.TRUE.equals(isExclusive) ? exclusive : inclusive;
    }

    private void limitContent() {
        put("minItems", schema.getMinItems());
        put("maxItems", schema.getMaxItems());
        put("uniqueItems", schema.getUniqueItems());
        put("minProperties", schema.getMinProperties());
        put("maxProperties", schema.getMaxProperties());
        put("required", schema.getRequired());
        put("items", schema.getItems());
        put("additionalProperties", schema.getAdditionalPropertiesBoolean());
        put("additionalProperties", schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            var properties = node.putObject("properties");
            schema.getProperties().forEach((name, property) -> properties.set(name, of(property)));
        }
    }

    private void combine() {
        put("allOf", schema.getAllOf());
        put("anyOf", schema.getAnyOf());
        put("oneOf", schema.getOneOf());
        put("not", schema.getNot());
    }

    private void put(String word, @Nullable Object value) {
        if (value != null) {
            node.set(word, json(value));
        }
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case Schema inner -> of(inner);
            case Collection<?> several -> array(several);
            case BigDecimal number -> MAPPER.getNodeFactory().numberNode(number);
            default -> MAPPER.valueToTree(value);
        };
    }

    private static ArrayNode array(Collection<?> several) {
        var array = MAPPER.createArrayNode();
        several.forEach(one -> array.add(json(one)));
        return array;
    }

    /** Where there is no type to add another one to, it stands beside all that is said. */
    private JsonNode orNull() {
        if (node.isEmpty()) {
            return node;
        }
        if (node.has("type")) {
            var type = node.get("type");
            node.putArray("type").add(type).add("null");
            if (node.get("enum") instanceof ArrayNode constants) {
                constants.addNull();
            }
            return node;
        }
        var both = MAPPER.createObjectNode();
        both.putArray("anyOf").add(alone()).addObject().put("type", "null");
        return both;
    }

    /** A reference needs nothing around it, if nothing else is said. */
    private JsonNode alone() {
        return node.size() == 1 && node.path("allOf").size() == 1
                ? node.get("allOf").get(0)
                : node;
    }
}
