package io.hopeit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** The same as {@link EchoOrder}, by hand and with as little as possible. */
@Path("/api/bench/1x0/echo-order")
@ApplicationScoped
public class EchoResource {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Answers with what it gets. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] echo(InputStream json) throws IOException {
        return MAPPER.writeValueAsBytes(MAPPER.readValue(json, Order.class));
    }
}
