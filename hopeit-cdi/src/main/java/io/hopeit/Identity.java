package io.hopeit;

import io.hopeit.config.AuthMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has sent the request that a run belongs to. Immutable.
 *
 * {@snippet :
 * List<Order> mine(EventContext context, Orders orders) {
 *     return orders.of(context.identity().name());
 * }
 * }
 *
 * @param method how that was proved
 * @param name of whom, or empty
 * @param claims what is said about them: those of a token
 * @param verified whether this application has checked it itself, or a message is signed by one that has; what comes with
 *     any other message of a stream is somebody else's word
 */
public record Identity(AuthMethod method, String name, Map<String, Object> claims, boolean verified) {
    /** Nobody has said who they are. */
    public static final Identity ANONYMOUS = new Identity(AuthMethod.UNSECURED, "", Map.of(), true);

    public Identity {
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** Without the claims, which are nobody else's business. */
    @Override
    public String toString() {
        return "Identity[%s %s%s]".formatted(method.wireName(), name, verified ? "" : ", unverified");
    }
}
