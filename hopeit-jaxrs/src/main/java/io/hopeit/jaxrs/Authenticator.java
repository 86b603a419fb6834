package io.hopeit.jaxrs;

import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who sends a request, from what it proves that with. A bean for {@link AuthMethod#BASIC} or {@link
 * AuthMethod#REFRESH}; {@code BEARER} is MicroProfile JWT's. Thread-safe.
 *
 * {@snippet :
 * @ApplicationScoped
 * class CardReader implements Authenticator {
 *     @Override
 *     public AuthMethod method() {
 *         return AuthMethod.BASIC;
 *     }
 *
 *     @Override
 *     public Optional<Identity> authenticate(App app, String proof) {
 *         return Cards.find(proof).map(card -> new Identity(AuthMethod.BASIC, card.owner(), Map.of(), true));
 *     }
 * }
 * }
 */
public interface Authenticator {
    /** The way that it knows. */
    AuthMethod method();

    /**
     * Who that is, or empty when the credentials prove nothing.
     *
     * @param app the application that the request is for
     * @param credentials what comes after {@code Basic} in the header, or the value of the cookie
     * @throws io.hopeit.StreamUnavailableException when it cannot be found out at the moment; 503
     */
    Optional<Identity> authenticate(App app, String credentials);

    /**
     * Who that is where a request proves it more than once, as browsers do that have two cookies of one name: by default
     * whom {@link #authenticate} knows first.
     *
     * @param credentials as they were sent, one at least
     * @throws io.hopeit.StreamUnavailableException when it cannot be found out at the moment; 503
     */
    default Optional<Identity> authenticateAny(App app, List<String> credentials) {
        return credentials.stream()
                .flatMap(proof -> authenticate(app, proof).stream())
                .findFirst();
    }
}
