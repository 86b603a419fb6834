package io.hopeit.testing;

import io.hopeit.jaxrs.HttpExtension;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** JAX-RS as a server has it, without a server: from the bytes of a request to those of its response. Thread-safe. */
final class InProcessServer {
    static final URI BASE = URI.create("http://test/");

    private final ApplicationHandler handler;

    /** What is sent. */
    record Request(String method, URI uri, Map<String, List<String>> headers, Bytes body, Optional<TestToken> sender) {}

    /** What comes back. */
    record Response(int status, MultivaluedMap<String, String> headers, Bytes body) {}

    /** A body. */
    static final class Bytes {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] get() {
            return bytes.clone();
        }
    }

    InProcessServer(TestContainer container) {
        var config = new ResourceConfig();
        config.property("jersey.config.server.disableAutoDiscovery", true);
        config.property("jersey.config.server.disableMetainfServicesLookup", true);
        config.property("jersey.config.server.wadl.disableWadl", true);
        var http = container.beans().getExtension(HttpExtension.class);
        http.resources().forEach(config::register);
        config.register(new Tokens(container));
        providers(container.setup()).distinct().forEach(config::register);
        this.handler = new ApplicationHandler(config);
    }

    /** The library's, the application's and the test's. */
    private static Stream<Class<?>> providers(TestSetup setup) {
        return Stream.concat(
                        Stream.concat(Stream.of(HttpExtension.class), setup.events().stream())
                                .flatMap(type -> Neighbours.of(type).stream()),
                        setup.with().stream())
                .filter(BeanClasses::isProvider);
    }

    Response send(Request sent) {
        var request = new ContainerRequest(
                BASE,
                sent.uri(),
                sent.method(),
                new Sender(sent.sender().orElse(null)),
                new MapPropertiesDelegate(),
                handler.getConfiguration());
        sent.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        request.setEntityStream(new ByteArrayInputStream(sent.body().get()));
        var body = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, body).get();
            return new Response(
                    response.getStatus(),
                    new MultivaluedHashMap<>(response.getStringHeaders()),
                    new Bytes(body.toByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the request was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the request has no response", e.getCause());
        }
    }

    /** Lets the token of a request be injected, into filters too. */
    @PreMatching
    @Priority(Integer.MIN_VALUE)
    private record Tokens(TestContainer container) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getSecurityContext().getUserPrincipal() instanceof TestToken token) {
                container.get(SendersToken.class).is(token);
            }
        }
    }

    /** As a server tells who has sent a request, once it has verified the token. */
    private record Sender(@Nullable TestToken token) implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return token;
        }

        @Override
        public boolean isUserInRole(String role) {
            return token != null && token.roles().contains(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return token == null ? null : "MP-JWT";
        }
    }
}
