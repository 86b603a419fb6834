package io.hopeit.jaxrs;

import io.hopeit.config.AsyncApiSettings;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.asyncapi.StreamsDocument;
import io.hopeit.spi.Access;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.Json;
import io.hopeit.spi.MessageDocs;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the AsyncAPI document at {@code GET /asyncapi}: in YAML, or in JSON when {@code Accept} prefers that. There is
 * none, 404, when nothing of the deployment reads or writes a stream, or {@code hopeit.asyncapi.enabled} is false.
 *
 * {@snippet lang="shell" :
 * curl -H "Accept: application/json" http://localhost:8080/asyncapi
 * }
 *
 * @hidden applications have no use for it
 */
@Path("/asyncapi")
@AsyncApi.Guarded
@PermitAll // the filter decides, alike on every server
@ApplicationScoped
public class AsyncApi {
    @Inject
    Instance<MessageDocs> docs;

    @Inject
    EventCatalogue catalogue;

    @Inject
    Json json;

    private @Nullable Published published;

    /** One document in both forms. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Published(String yaml, byte[] json) {}

    /** In YAML. */
    @GET
    @Produces({"application/yaml", "application/vnd.aai.asyncapi+yaml", "text/yaml"})
    @Operation(hidden = true)
    public String yaml() {
        return published().yaml();
    }

    /** In JSON. */
    @GET
    @Produces({"application/json;qs=0.5", "application/vnd.aai.asyncapi+json;qs=0.5"})
    @Operation(hidden = true)
    public byte[] json() {
        return published().json();
    }

    /** Made when somebody asks for the first time, which is never on most instances. */
    private synchronized Published published() {
        if (published == null) {
            published = Optional.of(docs)
                    .filter(Instance::isResolvable)
                    .flatMap(found -> new StreamsDocument(catalogue, found.get(), json.mapper()).json())
                    .map(document -> new Published(StreamsDocument.yaml(document), json.write(document)))
                    .orElseThrow(() -> RequestException.notFound("nothing here reads or writes a stream"));
        }
        return published;
    }

    /** Binds the filter. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Guarded {}

    /**
     * Lets those pass that may read it.
     *
     * {@snippet lang="properties" :
     * hopeit.asyncapi.role=developer
     * }
     */
    @Provider
    @Guarded
    @ApplicationScoped
    public static class Guard implements ContainerRequestFilter {
        @Inject
        RequestAccess access;

        @Inject
        EventCatalogue catalogue;

        @Inject
        HttpExtension deployment;

        @Override
        public void filter(ContainerRequestContext request) {
            AsyncApiSettings settings = deployment.asyncApi();
            if (!settings.enabled()) {
                throw RequestException.notFound("hopeit.asyncapi.enabled is false");
            }
            var needed = settings.role()
                    .map(role -> new Access(List.of(AuthMethod.BEARER), Optional.of(List.of(role))))
                    .orElse(Access.OPEN);
            access.check(catalogue.app(), needed, Identities.of(request.getSecurityContext()), request);
        }
    }
}
