package io.hopeit.spi;

import io.hopeit.config.AuthMethod;
import java.util.List;
import java.util.Optional;

/**
 * Who may use an event.
 *
 * {@snippet :
 * void check(EventDefinition event, Problems problems) {
 *     if (event.access().isOpen()) {
 *         problems.add(event.beanClass(), "is open to all; add @Auth.");
 *     }
 * }
 * }
 *
 * @param methods how a request can prove who sends it, in the order in which they are looked for, but {@code UNSECURED}
 *     last; never empty
 * @param roles one of these is needed, when there are any; empty inside is nobody at all
 */
public record Access(List<AuthMethod> methods, Optional<List<String>> roles) {
    /** Everybody, without a proof. */
    public static final Access OPEN = new Access(List.of(AuthMethod.UNSECURED), Optional.empty());

    /** Nobody, whatever the proof. */
    public static final Access CLOSED = new Access(List.of(AuthMethod.BEARER), Optional.of(List.of()));

    public Access {
        methods = List.copyOf(methods);
        roles = roles.map(List::copyOf);
    }

    /** Whether a request needs no proof. */
    public boolean isOpen() {
        return methods.contains(AuthMethod.UNSECURED) && roles.isEmpty();
    }
}
