package io.hopeit.config;

import java.util.Optional;

/**
 * What {@code hopeit.streams.identity.*} says: how messages prove who has sent the request that they belong to.
 *
 * {@snippet lang="properties" :
 * hopeit.streams.identity.signing-key=${ORDERS_SIGNING_KEY}
 * }
 *
 * @param signingKey the secret that messages are signed with, at least 32 bytes in UTF-8; key {@code signing-key}, by
 *     default none: messages are not signed, and nobody in them is verified
 * @param previousSigningKey another one whose signatures count, while keys are changed; key {@code previous-signing-key}
 * @param requireSignature whether a message that names a sender and is not signed is refused; key {@code
 *     require-signature}, default false: the sender is unverified
 */
public record IdentitySettings(
        Optional<String> signingKey, Optional<String> previousSigningKey, boolean requireSignature) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "IdentitySettings[signed=%s, requireSignature=%s]".formatted(signingKey.isPresent(), requireSignature);
    }
}
