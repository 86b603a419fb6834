package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

/** Files, streams and forms over a real server. */
@Path("transfers")
@ApplicationScoped
@Transfers.Kept
public class Transfers {
    private static final ThreadLocal<ContainerRequestContext> REQUEST = new ThreadLocal<>();

    @Inject
    Json json;

    /** Whose request is kept for the thread that it is on. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Kept {}

    /** Not every server injects it into a resource. */
    @Kept
    @Provider
    @ApplicationScoped
    public static class Keeper implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            REQUEST.set(request);
        }
    }

    private HttpRequest request(InputStream body) {
        return new HttpRequest(REQUEST.get(), new RequestBody(body, MultipartLimits.upTo(20_000_000), json));
    }

    private Response answer(HttpResponse response) {
        return response.toResponse(
                null, MediaType.APPLICATION_JSON_TYPE, request(new ByteArrayInputStream(new byte[0])));
    }

    @GET
    @Path("file")
    public Response file(@QueryParam("path") String path) {
        var response = new HttpResponse();
        response.sendFile(java.nio.file.Path.of(path), "für alle.txt");
        return answer(response);
    }

    /** Writes pieces of 1,000 bytes. */
    @GET
    @Path("stream")
    public Response stream(@QueryParam("announced") long announced, @QueryParam("pieces") int pieces) {
        var response = new HttpResponse();
        response.stream(announced, out -> {
            for (int i = 0; i < pieces; i++) {
                out.write("x".repeat(1000).getBytes());
            }
        });
        return answer(response);
    }

    @POST
    @Path("form")
    @Consumes("*/*")
    @Produces(MediaType.APPLICATION_JSON)
    public List<String> form(@QueryParam("temp") String temp, InputStream body) {
        try (var form = FormData.receive(request(body).parts(), java.nio.file.Path.of(temp), json)) {
            var file = form.files("file").getFirst();
            return List.of(form.text("id").orElseThrow(), file.fileName(), String.valueOf(file.size()));
        }
    }
}
