package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes the bodies of events, and no others.
 *
 * {@snippet :
 * config.register(PayloadWriter.class); // the results of events become JSON as the bean Json says
 * }
 *
 * @hidden applications have no use for it
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD}) // there are many types that end with +json
@Dependent // a proxy would hide the annotations and the type from the server
public class PayloadWriter implements MessageBodyWriter<JsonBody> {
    @Inject
    Json json;

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public void writeTo(
            JsonBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json.write(body.value(), body.declared()));
        if ("close".equals(headers.getFirst("Connection"))) {
            out.flush();
            ExactLength.cut(); // a server may say that it closes the connection, and keep it
        }
    }
}
