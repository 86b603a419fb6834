package io.hopeit.benchmarks;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What {@link EchoResource} lacks so that its answers have the headers of {@link EchoOrder}, by hand. */
@Provider
public class EchoFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final List<Track> TRACK = List.of(
            new Track("X-Track-Operation-Id", EchoFilter::id),
            new Track("X-Track-Request-Id", EchoFilter::id),
            new Track("X-Track-Request-Ts", () -> Instant.now().toString()));

    /**
     * A header that is sent back, or made.
     *
     * @param name as it is sent
     * @param other what is sent for a request without it
     */
    record Track(String name, Supplier<String> other) {}

    /** Of no secret chance: to ask the system for that takes as long as the rest of it. */
    private static String id() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        for (Track track : TRACK) {
            var sent = request.getHeaderString(track.name());
            request.setProperty(track.name(), sent == null ? track.other().get() : sent);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        for (Track track : TRACK) {
            response.getHeaders().putSingle(track.name(), request.getProperty(track.name()));
        }
        response.getHeaders().putSingle("X-Event-App", "bench.1x0");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
