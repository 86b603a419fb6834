package io.hopeit.jaxrs;

import io.hopeit.spi.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/** Files, streams and forms over a real server. */
@Path("transfers")
@ApplicationScoped
public class Transfers {
    @Inject
    Json json;

    private HttpRequest request(ContainerRequestContext context, InputStream body) {
        return new HttpRequest(context, new RequestBody(body, MultipartLimits.upTo(20_000_000), json));
    }

    private Response answer(ContainerRequestContext context, HttpResponse response) {
        return response.toResponse(
                null, MediaType.APPLICATION_JSON_TYPE, request(context, new ByteArrayInputStream(new byte[0])));
    }

    @GET
    @Path("file")
    public Response file(@Context ContainerRequestContext context, @QueryParam("path") String path) {
        var response = new HttpResponse();
        response.sendFile(java.nio.file.Path.of(path), "für alle.txt");
        return answer(context, response);
    }

    /** Writes pieces of 1,000 bytes. */
    @GET
    @Path("stream")
    public Response stream(
            @Context ContainerRequestContext context,
            @QueryParam("announced") long announced,
            @QueryParam("pieces") int pieces) {
        var response = new HttpResponse();
        response.stream(announced, out -> {
            for (int i = 0; i < pieces; i++) {
                out.write("x".repeat(1000).getBytes());
            }
        });
        return answer(context, response);
    }

    @POST
    @Path("form")
    @Consumes("*/*")
    public List<String> form(
            @Context ContainerRequestContext context, @QueryParam("temp") String temp, InputStream body) {
        try (var form = FormData.receive(request(context, body).parts(), java.nio.file.Path.of(temp), json)) {
            var file = form.files("file").getFirst();
            return List.of(form.text("id").orElseThrow(), file.fileName(), String.valueOf(file.size()));
        }
    }
}
