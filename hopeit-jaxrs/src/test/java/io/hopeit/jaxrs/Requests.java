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

    /** Of what a server serves at this address. */
    static HttpRequest at(URI base) {
        return new HttpRequest(
                request(base, "GET"),
                new RequestBody(InputStream.nullInputStream(), MultipartLimits.upTo(1), new Json()));
    }

    private static ContainerRequest request(URI base, String method) {
        return new ContainerRequest(base, base.resolve("x"), method, null, new MapPropertiesDelegate(), null);
    }

    private static HttpRequest of(String method, InputStream body, long limit, String... headers) {
        var request = request(BASE, method);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new HttpRequest(request, new RequestBody(body, MultipartLimits.upTo(limit), new Json()));
    }
}
