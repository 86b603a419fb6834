package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * What {@code @Schema} tells people of a type or a member.
 *
 * @param mapper reads examples
 */
record SchemaDocs(ObjectMapper mapper) {

    static boolean isHidden(AnnotatedElement element) {
        var docs = element.getAnnotation(Schema.class);
        return docs != null && docs.hidden();
    }

    /** The description of a type, if it has one. */
    static Optional<String> description(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Schema.class))
                .map(Schema::description)
                .filter(text -> !text.isEmpty());
    }

    /** Adds the texts; the result is another schema when nothing can be added to this one. */
    org.eclipse.microprofile.openapi.models.media.Schema describe(
            org.eclipse.microprofile.openapi.models.media.Schema schema, Schema docs) {
        if (says(docs)) {
            var described = Refs.extensible(schema);
            present(docs.title()).ifPresent(described::setTitle);
            present(docs.description()).ifPresent(described::setDescription);
            present(docs.example()).ifPresent(text -> described.setExample(example(text, schema.getType())));
            if (docs.deprecated()) {
                described.setDeprecated(true);
            }
            return described;
        }
        return schema;
    }

    private static boolean says(Schema docs) {
        return docs.deprecated() || !(docs.title() + docs.description() + docs.example()).isEmpty();
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    /** A text, or what it is in JSON where no text is wanted. */
    private Object example(String text, SchemaType type) {
        try {
            return type == SchemaType.STRING ? text : mapper.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
