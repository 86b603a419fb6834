package io.hopeit.jaxrs.asyncapi;

import static io.hopeit.jaxrs.asyncapi.Nodes.object;
import static io.hopeit.jaxrs.asyncapi.Nodes.texts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.spi.MessageDocs.Field;
import io.hopeit.spi.MessageDocs.Text;
import java.util.List;
import java.util.stream.Stream;

/** Describes the fields around a payload. */
final class HeaderSchemas {
    private HeaderSchemas() {}

    static ObjectNode of(Stream<Field> fields) {
        return of(fields.toList());
    }

    private static ObjectNode of(List<Field> fields) {
        var schema = object().put("type", "object");
        var properties = schema.putObject("properties");
        fields.forEach(
                field -> properties.set(field.name(), describe(field.text()).put("description", field.meaning())));
        schema.set(
                "required",
                texts(fields.stream().filter(Field::always).map(Field::name).toList()));
        return schema;
    }

    private static ObjectNode describe(Text text) {
        var schema = object().put("type", "string");
        if (!text.format().isEmpty()) {
            schema.put("format", text.format());
        }
        if (!text.values().isEmpty()) {
            schema.set("enum", texts(text.values()));
        }
        if (!text.inside().isEmpty()) {
            schema.put("contentMediaType", "application/x-www-form-urlencoded");
            schema.set("x-hopeit-fields", of(text.inside()));
        }
        return schema;
    }
}
