package io.hopeit.streams;

import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.IdentitySettings;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Trigger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may have sent the messages of an event.
 *
 * @param roles they need one of these, when there are any; empty inside is nobody at all
 * @param own whether the event takes messages by itself; else they come from a stage before, which was checked when the
 *     event began
 */
record Senders(Optional<List<String>> roles, boolean own) {
    /** No matter who. */
    static final Senders ANYBODY = new Senders(Optional.empty(), false);

    private static final String GROUPS = "groups";

    static Senders of(EventDefinition event) {
        return new Senders(event.access().roles(), event.beanClass().isAnnotationPresent(StreamEvent.class));
    }

    /** Notes events that ask for a role where nobody could prove to have it. */
    static void check(EventCatalogue catalogue, IdentitySettings identity, Problems problems) {
        if (identity.signingKey().isPresent()) {
            return;
        }
        catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Read)
                .filter(event -> of(event).needsProof())
                .map(EventDefinition::beanClass)
                .distinct()
                .forEach(type -> problems.add(
                        type,
                        "has @RolesAllowed and reads a stream, where nothing proves who has sent a message: set "
                                + "hopeit.streams.identity.signing-key to a secret that its publishers have too, or take "
                                + "@RolesAllowed away."));
    }

    private boolean needsProof() {
        return own && roles.filter(needed -> !needed.isEmpty()).isPresent();
    }

    /**
     * Refuses a sender who has none of the roles, or whom nobody has verified.
     *
     * @param verifies whether anybody could be verified
     */
    void check(Identity sender, boolean verifies) throws Unreadable {
        if (roles.isEmpty() || (!own && !verifies)) {
            return;
        }
        if (!sender.verified() || sender.method() == AuthMethod.UNSECURED) {
            throw new Unreadable("refused: the event is for %s, and nobody has verified its sender", who());
        }
        if (groups(sender).noneMatch(roles.get()::contains)) {
            throw new Unreadable("refused: the event is for %s, and its sender has another role", who());
        }
    }

    private String who() {
        var needed = roles.orElse(List.of());
        return needed.isEmpty() ? "nobody" : "the role " + String.join(" or ", needed);
    }

    private static Stream<String> groups(Identity sender) {
        return switch (sender.claims().get(GROUPS)) {
            case Collection<?> groups -> groups.stream().map(String::valueOf);
            case String group -> Stream.of(group);
            case null, default -> Stream.empty();
        };
    }
}
