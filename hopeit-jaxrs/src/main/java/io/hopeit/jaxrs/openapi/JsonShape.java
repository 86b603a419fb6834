package io.hopeit.jaxrs.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What values of a type are in JSON. {@code written} is the type itself, or that of its {@code @JsonValue}. */
sealed interface JsonShape {
    /** Anything. */
    record Any() implements JsonShape {}

    /** A text, number or truth value. */
    record Scalar(SchemaType kind, JavaType written) implements JsonShape {}

    /** One of some texts. */
    record Enumeration(JavaType written, List<String> values) implements JsonShape {
        public Enumeration {
            values = List.copyOf(values);
        }
    }

    /** An array. */
    record Array(JavaType written) implements JsonShape {}

    /** An object with any members of one type. */
    record Dictionary(JavaType written) implements JsonShape {}

    /** An object with members that are known. */
    record Bean(JavaType written) implements JsonShape {}
}
