package io.hopeit.jaxrs;

import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import io.hopeit.spi.Json;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Starts and stops services and the consumers of streams: {@code POST /mgmt/<app>/<version>/<event>/start}, {@code stop},
 * {@code pause}, {@code resume} and {@code status}, with a bearer token of the role {@code hopeit.management.role}. A stop
 * answers when what had begun is done. {@code dead-letters} lists what has failed for good; {@code dead-letters/redrive}
 * puts some of it back, and {@code dead-letters/discard} deletes it.
 *
 * {@snippet lang="shell" :
 * curl -X POST -H "Authorization: Bearer $TOKEN" http://localhost:8080/mgmt/shop/1x0/orders/ship/pause
 * curl -X POST -H "Authorization: Bearer $TOKEN" http://localhost:8080/mgmt/shop/1x0/orders/ship/status
 * }
 *
 * @hidden applications have no use for it
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

    @Inject
    Json json;

    /** What an event that runs by itself is doing. */
    record Status(String event, EventLoop.State state, Optional<String> failure, Map<String, Object> details) {
        static Status of(EventLoop loop) {
            return new Status(loop.event().name(), loop.state(), loop.failure(), loop.details());
        }
    }

    /** Something that may not be possible at the moment. */
    private interface Change {
        void of(EventLoop loop) throws InterruptedException;
    }

    private JsonBody change(String event, Change change) throws InterruptedException {
        var loop = find(event);
        try {
            change.of(loop);
        } catch (IllegalStateException e) {
            throw RequestException.conflict(String.valueOf(e.getMessage()));
        }
        return new JsonBody(Status.of(loop));
    }

    /** Starts it; 409 when it is not stopped. */
    @POST
    @Path("{event: .+}/start")
    @Operation(hidden = true)
    public JsonBody start(@PathParam("event") String event) throws InterruptedException {
        return change(event, EventLoop::start);
    }

    /** Stops it; 409 when it is stopped. */
    @POST
    @Path("{event: .+}/stop")
    @Operation(hidden = true)
    public JsonBody stop(@PathParam("event") String event) throws InterruptedException {
        return change(event, EventLoop::stop);
    }

    /** Lets it begin nothing new for a while; 409 when it is not running, or cannot pause. */
    @POST
    @Path("{event: .+}/pause")
    @Operation(hidden = true)
    public JsonBody pause(@PathParam("event") String event) throws InterruptedException {
        return change(event, EventLoop::pause);
    }

    /** Ends a pause; 409 when there is none. */
    @POST
    @Path("{event: .+}/resume")
    @Operation(hidden = true)
    public JsonBody resume(@PathParam("event") String event) throws InterruptedException {
        return change(event, EventLoop::resume);
    }

    /** Tells what it is doing. */
    @POST
    @Path("{event: .+}/status")
    @Operation(hidden = true)
    public JsonBody status(@PathParam("event") String event) {
        return new JsonBody(Status.of(find(event)));
    }

    /** The oldest dead letters, at most {@code count}, after the one with the id {@code after}; 404 for events without. */
    @GET
    @Path("{event: .+}/dead-letters")
    @Operation(hidden = true)
    public JsonBody deadLetters(
            @PathParam("event") String event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("count") @DefaultValue("100") String count) {
        return new JsonBody(letters(event).list(after, count));
    }

    /** The same, as hopeit's management is all POST. */
    @POST
    @Path("{event: .+}/dead-letters")
    @Operation(hidden = true)
    public JsonBody deadLettersByPost(
            @PathParam("event") String event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("count") @DefaultValue("100") String count) {
        return deadLetters(event, after, count);
    }

    /** Puts dead letters back, those with the ids of the body or all, and answers how many there were. */
    @POST
    @Path("{event: .+}/dead-letters/redrive")
    @Operation(hidden = true)
    public JsonBody redrive(@PathParam("event") String event, InputStream body) throws IOException {
        return new JsonBody(letters(event).redrive(body, json));
    }

    /** Deletes dead letters for good, those with the ids of the body or all, and answers how many there were. */
    @POST
    @Path("{event: .+}/dead-letters/discard")
    @Operation(hidden = true)
    public JsonBody discard(@PathParam("event") String event, InputStream body) throws IOException {
        return new JsonBody(letters(event).discard(body, json));
    }

    private DeadLetterRequest letters(String path) {
        return find(path)
                .deadLetters()
                .map(DeadLetterRequest::new)
                .orElseThrow(() -> RequestException.notFound("there are no dead letters of /mgmt/" + path));
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
    @interface Managed {}

    /**
     * Lets only those with the role pass.
     *
     * {@snippet lang="properties" :
     * hopeit.management.role=operator
     * }
     */
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
            var needed = new Access(List.of(AuthMethod.BEARER), Optional.of(List.of(role)));
            access.check(catalogue.app(), needed, Identities.of(request.getSecurityContext()), request);
        }
    }
}
