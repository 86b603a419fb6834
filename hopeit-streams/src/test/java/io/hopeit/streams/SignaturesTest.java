package io.hopeit.streams;

import static io.hopeit.streams.Messages.LIMIT;
import static io.hopeit.streams.Messages.TYPES;
import static io.hopeit.streams.Messages.hex;
import static io.hopeit.streams.Messages.message;
import static io.hopeit.streams.Messages.origin;
import static io.hopeit.streams.Messages.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.Compression;
import io.hopeit.config.IdentitySettings;
import io.hopeit.config.Serialization;
import io.hopeit.spi.Json;
import io.hopeit.streams.Decoded.Malformed;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.Messages.Data;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";
    private static final Identity ADA =
            new Identity(AuthMethod.BEARER, "ada", Map.of("user", "ada", "groups", List.of("clerk")), true);
    private static final Malformed MISMATCH = new Malformed("its signature does not match");

    private static MessageCodec codec(String key, String previous, boolean required) {
        var identity = new IdentitySettings(Optional.of(key), Optional.ofNullable(previous), required);
        return new MessageCodec(new Json(), Signatures.of(identity));
    }

    private static MessageCodec codec(String key) {
        return codec(key, null, false);
    }

    private static Map<String, byte[]> sent(MessageCodec codec, Identity sender) {
        var from = new Origin(origin().trackIds(), sender);
        return codec.encode(
                Payload.of(new Data("data", 42)), from, "AUTO", settings(Serialization.JSON, Compression.NONE));
    }

    private static Identity sender(MessageCodec codec, Map<String, byte[]> fields) {
        return ((Message) codec.decode(fields, TYPES, LIMIT)).origin().identity();
    }

    @Test
    void aSenderIsVerifiedWhenTheMessageIsSigned() {
        assertThat(sender(codec(KEY), sent(codec(KEY), ADA))).isEqualTo(ADA);
    }

    /** Computed by Python's hmac; another version of the form needs another domain. */
    @Test
    void theFormOfWhatIsSignedStaysAsItIs() {
        var fields = message("json", "none", hex("7b2278223a2264617461222c2279223a34327d"));
        fields.put(
                "auth_info",
                ("eyJhdXRoX3R5cGUiOiAiQmVhcmVyIiwgImFsbG93ZWQiOiB0cnVlLCAicGF5bG9hZCI6IHsidXNlciI6ICJhZGEiLCAiZ3JvdXBz"
                                + "IjogWyJjbGVyayJdfX0=")
                        .getBytes(UTF_8));
        fields.put("auth_sig", "kd5fO9T4-5n_2-aEDthqFS6pYkrHvpOLzLBm-8fFZ6s".getBytes(UTF_8));

        assertThat(sender(codec(KEY), fields)).isEqualTo(ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "submit_ts", "auth_info", "ser", "comp", "payload", "auth_sig"})
    void whatIsChangedAfterwardsMakesItNoMessage(String field) {
        var fields = sent(codec(KEY), ADA);
        fields.get(field)[0] ^= 1;

        assertThat(codec(KEY).decode(fields, TYPES, LIMIT)).isInstanceOf(Malformed.class);
    }

    @Test
    void anotherTypeThanTheSignedOneMakesItNoMessage() {
        var fields = sent(codec(KEY), ADA);
        fields.put("type", "java.lang.String".getBytes(UTF_8));

        assertThat(codec(KEY).decode(fields, TYPES, LIMIT)).isEqualTo(MISMATCH);
    }

    @Test
    void nothingCanBeMovedFromOneFieldToTheNext() {
        var fields = sent(codec(KEY), ADA);
        fields.put("id", "dat".getBytes(UTF_8));
        fields.put("type", "amodel.Data".getBytes(UTF_8));
        var types = new MessageTypes(Map.of("amodel.Data", Data.class));

        assertThat(codec(KEY).decode(fields, types, LIMIT)).isEqualTo(MISMATCH);
    }

    @Test
    void aSignatureByAnotherKeyMakesItNoMessage() {
        assertThat(codec(KEY).decode(sent(codec(OTHER), ADA), TYPES, LIMIT)).isEqualTo(MISMATCH);
    }

    @Test
    void whatIsNotSignedChangesNothing() {
        var fields = sent(codec(KEY), ADA);
        fields.put("queue", "urgent".getBytes(UTF_8));
        fields.put("track.request_id", "other".getBytes(UTF_8));

        assertThat(sender(codec(KEY), fields).verified()).isTrue();
    }

    @Test
    void thePreviousKeyCountsToo() {
        assertThat(sender(codec(KEY, OTHER, true), sent(codec(OTHER), ADA)).verified())
                .isTrue();
        assertThat(sender(codec(KEY), sent(codec(KEY, OTHER, true), ADA)).verified())
                .isTrue();
    }

    @Test
    void withoutASignatureASenderIsNotVerified() {
        var fields = sent(new MessageCodec(new Json()), ADA);

        assertThat(fields).doesNotContainKey("auth_sig");
        assertThat(sender(codec(KEY), fields).verified()).isFalse();
    }

    @Test
    void withoutAKeyASignatureSaysNothing() {
        assertThat(sender(new MessageCodec(new Json()), sent(codec(KEY), ADA)).verified())
                .isFalse();
    }

    @Test
    void whereASignatureIsRequiredASenderWithoutOneMakesItNoMessage() {
        var fields = sent(new MessageCodec(new Json()), ADA);

        assertThat(codec(KEY, null, true).decode(fields, TYPES, LIMIT))
                .isEqualTo(new Malformed("it names a sender and is not signed"));
    }

    @Test
    void nobodyNeedsNoSignature() {
        var fields = sent(new MessageCodec(new Json()), Identity.ANONYMOUS);

        assertThat(sender(codec(KEY, null, true), fields)).isEqualTo(Identity.ANONYMOUS);
    }

    /** Else a message that goes through an application would come out of it with more than it has brought. */
    @Test
    void aSenderWhomNobodyHasVerifiedIsNotSignedFor() {
        var unverified = new Identity(ADA.method(), ADA.name(), ADA.claims(), false);

        assertThat(sent(codec(KEY), unverified)).doesNotContainKey("auth_sig");
    }
}
