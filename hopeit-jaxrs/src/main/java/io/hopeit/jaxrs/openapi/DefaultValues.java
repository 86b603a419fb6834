package io.hopeit.jaxrs.openapi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The text of a {@code @DefaultValue} as a value of a schema. */
final class DefaultValues {
    private DefaultValues() {}

    /** Empty when the text is no such value. */
    static Optional<Object> of(String text, Schema schema) {
        try {
            return Optional.of(
                    switch (schema.getType()) {
                        case INTEGER -> new BigInteger(text);
                        case NUMBER -> new BigDecimal(text);
                        case BOOLEAN -> Boolean.valueOf(text);
                        case ARRAY ->
                            of(text, schema.getItems()).<Object>map(List::of).orElseThrow(NumberFormatException::new);
                        case null, default -> text;
                    });
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
