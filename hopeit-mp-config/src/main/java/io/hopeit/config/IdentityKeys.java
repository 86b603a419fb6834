package io.hopeit.config;

import java.util.List;
import java.util.Optional;

/** The keys of {@link IdentitySettings}. */
final class IdentityKeys {
    private static final int SHORTEST = 32;
    private static final String ALONE = "does nothing without a signing-key; set that too.";

    private static final Key<Optional<String>> SIGNING_KEY = Key.optional(
            "signing-key",
            Kind.secret(SHORTEST),
            "messages are signed with it, and a sender whose signature is right is verified");
    private static final Key<Optional<String>> PREVIOUS_SIGNING_KEY = Key.optional(
            "previous-signing-key", Kind.secret(SHORTEST), "its signatures count too, while keys are changed");
    private static final Key<Boolean> REQUIRE_SIGNATURE = new Key<>(
            "require-signature",
            Kind.flag(),
            false,
            "whether messages that name a sender and are not signed are refused");

    static final KeyGroup GROUP = new KeyGroup(
            "Senders in messages",
            "One secret for all that write and read the same streams. To change it, give all instances the new one as "
                    + "`previous-signing-key` first; when none is left without it, make it the `signing-key` and the "
                    + "old one the previous.",
            List.of("hopeit.streams.identity"),
            List.of(SIGNING_KEY, PREVIOUS_SIGNING_KEY, REQUIRE_SIGNATURE));

    private IdentityKeys() {}

    static IdentitySettings read(Values values) {
        var identity = values.section(GROUP);
        var read = new IdentitySettings(
                identity.get(SIGNING_KEY), identity.get(PREVIOUS_SIGNING_KEY), identity.get(REQUIRE_SIGNATURE));
        if (!identity.has(SIGNING_KEY) && identity.has(PREVIOUS_SIGNING_KEY)) {
            identity.problem(PREVIOUS_SIGNING_KEY, ALONE);
        }
        if (!identity.has(SIGNING_KEY) && read.requireSignature()) {
            identity.problem(REQUIRE_SIGNATURE, ALONE);
        }
        return read;
    }
}
