package io.hopeit.logging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON of maps, lists and scalars in printable ASCII: no terminal and no reader of lines finds a control in it. */
final class JsonText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value).replace("\u007f", "\\u007F"); // the one that Jackson leaves
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of scalars is always JSON", e);
        }
    }
}
