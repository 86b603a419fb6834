package io.hopeit.jaxrs;

import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Starts and stops services and the consumers of streams: {@code POST /mgmt/<app>/<version>/<event>/start}, {@code stop}
 * and {@code status}, with a bearer token of the role {@code hopeit.management.role}. A stop answers when what had begun
 * is done.
 */
@Path("/mgmt")
@Management.Managed
@PermitAll // the filter decides, alike on every server
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class Management {
    @Inject
    @Any
    Instance<EventLoops> loops;

    /** What an event that runs by itself is doing. */
    public record Status(String event, EventLoop.State state, Optional<String> failure) {
        static Status of(EventLoop loop) {
            return new Status(loop.event().name(), loop.state(), loop.failure());
        }
    }

    /** Starts it; 409 when it is not stopped. */
    @POST
    @Path("{event: .+}/start")
    @Operation(hidden = true)
    public JsonBody start(@PathParam("event") String event) {
        var loop = find(event);
        try {
            loop.start();
        } catch (IllegalStateException e) {
            throw RequestException.conflict(String.valueOf(e.getMessage()));
        }
        return new JsonBody(Status.of(loop));
    }

    /** Stops it; 409 when it is stopped. */
    @POST
    @Path("{event: .+}/stop")
    @Operation(hidden = true)
    public JsonBody stop(@PathParam("event") String event) throws InterruptedException {
        var loop = find(event);
        try {
            loop.stop();
        } catch (IllegalStateException e) {
            throw RequestException.conflict(String.valueOf(e.getMessage()));
        }
        return new JsonBody(Status.of(loop));
    }

    /** Tells what it is doing. */
    @POST
    @Path("{event: .+}/status")
    @Operation(hidden = true)
    public JsonBody status(@PathParam("event") String event) {
        return new JsonBody(Status.of(find(event)));
    }

    private EventLoop find(String path) {
        return loops.stream()
                .flatMap(kind -> kind.loops().stream())
                .filter(loop -> loop.event().id().path("mgmt").equals("/mgmt/" + path))
                .findFirst()
                .orElseThrow(() -> RequestException.notFound("no service or stream event is at /mgmt/" + path));
    }

    /** Binds the filter. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Managed {}

    /** Lets only those with the role pass. */
    @Provider
    @Managed
    @ApplicationScoped
    public static class Guard implements ContainerRequestFilter {
        @Inject
        RequestAccess access;

        @Inject
        EventCatalogue catalogue;

        @Override
        public void filter(ContainerRequestContext request) {
            var role = catalogue.settings().managementRole();
            access.check(catalogue.app(), new Access(List.of(AuthMethod.BEARER), Optional.of(List.of(role))), request);
        }
    }
}
