package io.hopeit.jaxrs;

import io.hopeit.App;
import io.hopeit.config.AsyncApiSettings;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.Names;
import io.hopeit.spi.Access;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Notes events that nobody could use, because nothing can verify who sends a request. */
record SecurityChecks(EventCatalogue catalogue, Config config, Problems problems) {
    private static final List<String> KEYS = List.of("mp.jwt.verify.publickey", "mp.jwt.verify.publickey.location");

    /** Whether there is a key that tokens can be verified with. */
    static boolean canVerifyTokens(Config config) {
        return KEYS.stream().anyMatch(key -> isSet(config, key));
    }

    /** Whether the server may look into who uses a resource: it has a key for tokens, or security of its own. */
    static boolean isConfigured(Config config) {
        return canVerifyTokens(config)
                || StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .anyMatch(name -> name.startsWith("security."));
    }

    private static boolean isSet(Config config, String key) {
        return config.getOptionalValue(key, String.class).isPresent();
    }

    /** {@code available} are the ways that there is an {@link Authenticator} for. */
    void check(Set<AuthMethod> available) {
        checkClockSkew();
        first(AuthMethod.BEARER).ifPresent(this::checkTokens);
        Stream.of(AuthMethod.BASIC, AuthMethod.REFRESH)
                .filter(method -> !available.contains(method))
                .forEach(method -> first(method)
                        .ifPresent(event -> problems.add(
                                event.beanClass(),
                                "takes \"%s\" as a proof of who sends a request, which nothing can check: add "
                                        + "hopeit-basic-auth, or a bean that is an Authenticator for it.",
                                method.wireName())));
    }

    /** Who may read the document of streams has to be known by a token. */
    void check(AsyncApiSettings document) {
        if (document.role().isPresent() && !canVerifyTokens(config)) {
            problems.addAll(List.of("hopeit.asyncapi.role: needs a bearer token, which nothing can verify: set "
                    + "mp.jwt.verify.publickey.location, mp.jwt.verify.issuer and mp.jwt.verify.audiences."));
        }
    }

    private Optional<EventDefinition> first(AuthMethod method) {
        return catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Http)
                .filter(event -> isUsed(event.app()))
                .filter(event -> event.access().methods().contains(method))
                .filter(event -> !isForNobody(event.access()))
                .findFirst();
    }

    /** Then nothing has to be verified. */
    private static boolean isForNobody(Access access) {
        return access.roles().filter(List::isEmpty).isPresent();
    }

    /**
     * The jar of a plugin may be there by chance. When no application lists it, what its own routes ask for is not a
     * mistake of the deployment: they answer 401.
     */
    private boolean isUsed(App app) {
        return catalogue.apps().stream()
                .anyMatch(other -> other.app().equals(app)
                        || other.settings().plugins().stream()
                                .anyMatch(plugin -> Names.spinal(plugin).equals(Names.spinal(app.name()))));
    }

    private void checkTokens(EventDefinition event) {
        if (!canVerifyTokens(config)) {
            problems.add(
                    event.beanClass(),
                    "takes a bearer token, which nothing can verify: set mp.jwt.verify.publickey.location, "
                            + "mp.jwt.verify.issuer and mp.jwt.verify.audiences.");
            return;
        }
        Stream.of("mp.jwt.verify.issuer", "mp.jwt.verify.audiences")
                .filter(key -> !isSet(config, key))
                .forEach(key -> problems.add(
                        event.beanClass(),
                        "takes a bearer token, but %s is not set, so tokens for others would be taken, too: set it to what "
                                + "your tokens say.",
                        key));
    }

    private void checkClockSkew() {
        try {
            TokenEnd.skew(config);
        } catch (IllegalArgumentException e) {
            problems.addAll(List.of(
                    "%s: is no whole number of seconds: set it to one such as 60, for clocks that differ by a minute."
                            .formatted(TokenEnd.SKEW)));
        }
    }
}
