package io.hopeit.jaxrs;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.Part;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets those requests pass that may. What is wrong with the others is a 400, 401 or 403. */
@Part
class RequestAccess {
    private static final String GROUPS = "groups";
    private static final String AUDIENCE = "aud";
    private static final Pattern CREDENTIALS = Pattern.compile("([A-Za-z0-9-]{1,20}) +([^ ]+)");

    @Inject
    Authenticators authenticators;

    @Inject
    EventCatalogue catalogue;

    @Inject
    TokenEnd end;

    /**
     * Sets who sends the request, as {@link SecurityContext} and so for the event, or throws; {@code known} is who it is
     * by the server.
     */
    Identity check(App app, Access access, Identity known, ContainerRequestContext request) {
        var server = ofTokenThatCounts(app, known, request);
        var credentials = Credentials.of(app, access, request);
        for (AuthMethod method : unsecuredLast(access.methods())) {
            var identity = identify(method, app, server, credentials, request);
            if (identity.isPresent()) {
                checkRole(app, access, identity.get(), request.getSecurityContext(), credentials);
                return identity.get();
            }
        }
        throw new AccessException(401, app, access, credentials);
    }

    /** No proof is needed then, and one that is sent still counts. */
    private static List<AuthMethod> unsecuredLast(List<AuthMethod> methods) {
        return methods.stream()
                .sorted(Comparator.comparing(method -> method == AuthMethod.UNSECURED))
                .toList();
    }

    private static void checkRole(
            App app, Access access, Identity identity, SecurityContext security, Credentials credentials) {
        if (access.roles().isPresent() && !hasRole(access.roles().get(), identity, security)) {
            throw new AccessException(identity.method() == AuthMethod.UNSECURED ? 401 : 403, app, access, credentials);
        }
    }

    private Optional<Identity> identify(
            AuthMethod method, App app, Identity server, Credentials credentials, ContainerRequestContext request) {
        return switch (method) {
            case UNSECURED -> Optional.of(server);
            case BEARER -> Optional.of(server).filter(identity -> identity.method() == AuthMethod.BEARER);
            case BASIC -> authenticate(method, app, credentials.header("Basic").stream(), request);
            case REFRESH -> authenticate(method, app, cookies(app, request), request);
        };
    }

    /**
     * The server takes tokens for all applications of the deployment; here, one for another of them is none, and neither is
     * one that is over.
     */
    private Identity ofTokenThatCounts(App app, Identity known, ContainerRequestContext request) {
        if (isFor(app, known) && !end.isOver(known)) {
            return known;
        }
        request.setSecurityContext(new KnownSecurity(Identity.ANONYMOUS, request.getSecurityContext()));
        return Identity.ANONYMOUS;
    }

    private boolean isFor(App app, Identity identity) {
        if (!identity.claims().containsKey(AUDIENCE)) {
            return true;
        }
        var keys = catalogue.apps().stream()
                .map(definition -> definition.app().key())
                .toList();
        var audiences = texts(identity, AUDIENCE).filter(keys::contains).toList();
        return audiences.isEmpty() || !keys.contains(app.key()) || audiences.contains(app.key());
    }

    private static Stream<String> cookies(App app, ContainerRequestContext request) {
        return SentCookies.values(request, app.key() + ".refresh");
    }

    private Optional<Identity> authenticate(
            AuthMethod method, App app, Stream<String> sent, ContainerRequestContext request) {
        var proofs = sent.toList();
        Optional<Identity> identity =
                proofs.isEmpty() ? Optional.empty() : authenticators.authenticate(method, app, proofs);
        identity.ifPresent(known -> request.setSecurityContext(new KnownSecurity(known, request.getSecurityContext())));
        return identity;
    }

    private static boolean hasRole(List<String> roles, Identity identity, SecurityContext security) {
        // a server may have roles of its own for the groups of a token; one fails when nobody is known
        return identity.method() != AuthMethod.UNSECURED
                && roles.stream()
                        .anyMatch(
                                role -> texts(identity, GROUPS).anyMatch(role::equals) || security.isUserInRole(role));
    }

    private static Stream<String> texts(Identity identity, String claim) {
        return switch (identity.claims().get(claim)) {
            case Collection<?> texts -> texts.stream().map(String::valueOf);
            case String text -> Stream.of(text);
            case null, default -> Stream.empty();
        };
    }

    /** What a request says about its sender, in its header or else by its cookie, whose value is not in here. */
    record Credentials(Optional<String> scheme, String proof) {
        private static final Credentials NONE = new Credentials(Optional.empty(), "");

        static Credentials of(App app, Access access, ContainerRequestContext request) {
            var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
            if (header == null) {
                boolean hasCookie = access.methods().contains(AuthMethod.REFRESH)
                        && cookies(app, request).findAny().isPresent();
                return hasCookie ? new Credentials(Optional.of(AuthMethod.REFRESH.wireName()), "") : NONE;
            }
            return parse(header).orElseThrow(RequestException::malformedAuthorization);
        }

        /** What an {@code Authorization} header says; empty when it is malformed, as with more than one proof. */
        static Optional<Credentials> parse(String header) {
            var parts = CREDENTIALS.matcher(header.strip());
            return parts.matches()
                    ? Optional.of(new Credentials(Optional.of(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }

        Optional<String> header(String wanted) {
            return scheme.filter(wanted::equalsIgnoreCase).map(s -> proof);
        }

        /** Without the proof. */
        @Override
        public String toString() {
            return "Credentials" + scheme;
        }
    }

    /** The sender whom an authenticator knows. */
    private record KnownSecurity(Identity identity, SecurityContext server) implements SecurityContext {
        @Override
        public java.security.Principal getUserPrincipal() {
            return new Identities.Known(identity);
        }

        @Override
        public boolean isUserInRole(String role) {
            return texts(identity, GROUPS).anyMatch(role::equals);
        }

        @Override
        public boolean isSecure() {
            return server.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return identity.method().wireName();
        }
    }
}
