package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.hex;
import static io.hopeit.streams.Messages.message;
import static io.hopeit.streams.Messages.origin;
import static io.hopeit.streams.Messages.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.DataObject;
import io.hopeit.Identity;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.Compression;
import io.hopeit.config.Serialization;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as deployed, asked about messages that anybody could have written. */
class SendersTest {
    private static final String KEY = "hopeit.streams.identity.signing-key";
    private static final Map<String, String> SIGNED = Map.of(KEY, "a secret that is known to publishers too");

    @DataObject(value = "model.Data", aliases = "model.OldData")
    record Data(String x, int y) {}

    @StreamEvent(read = "orders")
    static class Open {
        void take(Data data) {}
    }

    @StreamEvent(read = "orders")
    @RolesAllowed({"clerk", "admin"})
    @Steps({"take", Steps.SHUFFLE, "then"})
    static class ForRoles {
        Data take(Data data) {
            return data;
        }

        void then(Data data) {}
    }

    @StreamEvent(read = "orders")
    @DenyAll
    static class ForNobody {
        void take(Data data) {}
    }

    @PostEvent
    @RolesAllowed("clerk")
    @Steps({"take", Steps.SHUFFLE, "then"})
    static class FromRequest {
        Data take(Data data) {
            return data;
        }

        void then(Data data) {}
    }

    private static Deployed deploy(Map<String, String> config, Class<?> event) {
        var all = new HashMap<>(config);
        all.put("hopeit.streams.broker", "memory");
        all.put("hopeit.streams.start", "false");
        return Deployed.with(all, event);
    }

    private static EventDefinition event(Deployed app, String name) {
        return app.get(EventCatalogue.class).events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Decoded decode(Deployed app, String event, Map<String, byte[]> fields) {
        return app.get(MessageCodec.class).decode(fields, MessageTypes.of(event(app, event)), LIMIT);
    }

    private static Identity sender(String role) {
        return new Identity(AuthMethod.BEARER, "ada", Map.of("user", "ada", "groups", List.of(role)), true);
    }

    private static Map<String, byte[]> sent(Deployed app, Identity sender) {
        var from = new Origin(origin().trackIds(), sender);
        return app.get(MessageCodec.class)
                .encode(Payload.of(new Data("data", 42)), from, "AUTO", settings(Serialization.JSON, Compression.NONE));
    }

    private static Map<String, byte[]> forged(Deployed app, Identity sender) {
        var fields = sent(app, sender);
        fields.remove("auth_sig");
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"for_roles", "for_roles$then"})
    void anEventForARoleTakesMessagesOfVerifiedSendersWhoHaveIt(String event) {
        try (var app = deploy(SIGNED, ForRoles.class)) {
            assertThat(decode(app, event, sent(app, sender("admin")))).isInstanceOf(Message.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"for_roles", "for_roles$then"})
    void aForgedSenderIsRefused(String event) {
        try (var app = deploy(SIGNED, ForRoles.class)) {
            assertThat(decode(app, event, forged(app, sender("admin"))))
                    .isEqualTo(new Malformed("refused: the event is for the role clerk or admin, and nobody has "
                            + "verified its sender"));
        }
    }

    @Test
    void aSenderWithAnotherRoleIsRefused() {
        try (var app = deploy(SIGNED, ForRoles.class)) {
            assertThat(decode(app, "for_roles", sent(app, sender("guest"))))
                    .isEqualTo(new Malformed(
                            "refused: the event is for the role clerk or admin, and its sender has another role"));
        }
    }

    @Test
    void nobodyHasNoRole() {
        try (var app = deploy(SIGNED, ForRoles.class)) {
            assertThat(decode(app, "for_roles", sent(app, Identity.ANONYMOUS)))
                    .isInstanceOfSatisfying(
                            Malformed.class, m -> assertThat(m.reason()).startsWith("refused: "));
        }
    }

    @Test
    void anEventForNobodyTakesNoMessageAlsoWithoutAKey() {
        try (var app = deploy(Map.of(), ForNobody.class)) {
            assertThat(decode(app, "for_nobody", sent(app, sender("admin"))))
                    .isEqualTo(new Malformed("refused: the event is for nobody, and nobody has verified its sender"));
        }
    }

    @Test
    void withoutAKeyALaterStageTrustsTheStageBefore() {
        try (var app = deploy(Map.of(), FromRequest.class)) {
            assertThat(decode(app, "from_request$then", sent(app, sender("clerk"))))
                    .isInstanceOf(Message.class);
        }
    }

    @Test
    void withAKeyALaterStageDoesNotTakeAnybodysWord() {
        try (var app = deploy(SIGNED, FromRequest.class)) {
            assertThat(decode(app, "from_request$then", sent(app, sender("clerk"))))
                    .isInstanceOf(Message.class);
            assertThat(decode(app, "from_request$then", forged(app, sender("clerk"))))
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void whatClosesRequestsByDefaultDoesNotCloseStreams() {
        try (var app = deploy(Map.of("hopeit.security.deny-by-default", "true"), Open.class)) {
            assertThat(decode(app, "open", forged(app, Identity.ANONYMOUS))).isInstanceOf(Message.class);
        }
    }

    @Test
    void aTypeIsReadByTheNameThatItHasHadBefore() {
        try (var app = deploy(Map.of(), Open.class)) {
            var fields = message("json", "none", hex("7b2278223a2264617461222c2279223a34327d"));
            fields.put("type", "model.OldData".getBytes(UTF_8));

            assertThat(decode(app, "open", fields))
                    .extracting(decoded -> ((Message) decoded).payload())
                    .isEqualTo(new Data("data", 42));
        }
    }
}
