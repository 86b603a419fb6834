package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import io.hopeit.spi.JsonFormatException;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The content of a part, in memory. */
final class TextPart {
    private final String name;
    private final MediaType type;
    private final byte[] bytes;

    TextPart(String name, MediaType type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    int size() {
        return bytes.length;
    }

    String text() {
        try {
            return charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw RequestException.badRequest(name, "is not a text in " + charset());
        }
    }

    private Charset charset() {
        try {
            var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
            return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            throw RequestException.badRequest(name, "has a charset that is not known");
        }
    }

    /** JSON is in UTF-8, whatever its type says. */
    Object json(Json json, Type wanted) {
        try {
            var value = json.read(bytes, wanted);
            if (value == null) {
                throw RequestException.badRequest(name, "is null");
            }
            return value;
        } catch (JsonFormatException e) {
            throw RequestException.badRequest(field(e.field()), String.valueOf(e.getMessage()));
        }
    }

    private String field(String path) {
        return path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path;
    }
}
