package io.hopeit.jaxrs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hopeit.spi.Json;
import io.hopeit.spi.JsonFormatException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of requests: at most as many bytes as the event allows.
 *
 * {@snippet lang="properties" :
 * hopeit.event.orders.place.max-body-size=65536
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@Dependent // a proxy would hide the annotations and the type from the server
public class PayloadReader implements MessageBodyReader<EventPayload> {
    @Inject
    Json json;

    private record Sent<T>(
            @JsonProperty(Atomic.VALUE) @Nullable T value) {}

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == EventPayload.class;
    }

    @Override
    public EventPayload readFrom(
            Class<EventPayload> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        var plan = EventRequest.current().plan();
        long limit = plan.event().settings().maxBodySize();
        // where servers take one of several, others on the way may have taken another
        var lengths = headers.getOrDefault(HttpHeaders.CONTENT_LENGTH, List.of());
        RequestException.checkOnce(HttpHeaders.CONTENT_LENGTH, lengths.size());
        long length = lengths.isEmpty() ? -1 : length(lengths.getFirst());
        if (length > limit) {
            throw RequestException.tooLarge(limit);
        }
        var body = new RequestBody(in, length, plan.limits(), json);
        return plan.payload()
                .map(payload -> new EventPayload(read(body.whole(), payload), body))
                .orElseGet(() -> new EventPayload(null, body));
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private static long length(String contentLength) {
        try {
            return Long.parseLong(contentLength);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private Object read(byte[] body, RequestPlan.Payload payload) {
        if (isBlank(body)) {
            throw RequestException.badRequest("", "is empty, but JSON is needed");
        }
        try {
            var value = payload.isAtomic() ? readAtomic(body, payload.type()) : json.read(body, payload.type());
            if (value == null) {
                throw RequestException.badRequest("", "is null");
            }
            return value;
        } catch (JsonFormatException e) {
            throw RequestException.badRequest(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object readAtomic(byte[] body, Type type) {
        var types = json.mapper().getTypeFactory();
        var sent = (Sent<?>) json.read(body, types.constructParametricType(Sent.class, types.constructType(type)));
        if (sent == null || sent.value() == null) {
            throw RequestException.badRequest(Atomic.VALUE, "is required");
        }
        return sent.value();
    }
}
