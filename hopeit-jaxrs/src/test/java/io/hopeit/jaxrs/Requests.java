package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;

/** Requests as a server makes them. */
final class Requests {
    private static final URI BASE = URI.create("http://localhost/");

    private Requests() {}

    /** {@code headers} are names and values in turn. */
    static HttpRequest of(String method, String... headers) {
        return of(method, InputStream.nullInputStream(), 1000, headers);
    }

    static HttpRequest of(String method, byte[] body, long limit, String... headers) {
        return of(method, new ByteArrayInputStream(body), limit, headers);
    }

    private static HttpRequest of(String method, InputStream body, long limit, String... headers) {
        var request = new ContainerRequest(BASE, BASE.resolve("x"), method, null, new MapPropertiesDelegate(), null);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new HttpRequest(request, new RequestBody(body, MultipartLimits.upTo(limit), new Json()));
    }
}
