package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthInfoTest {
    private final AuthInfo authInfo = new AuthInfo(new Json());

    private static byte[] base64(String json) {
        return Base64.getEncoder().encode(json.getBytes(UTF_8));
    }

    @Test
    void nobodyIsWrittenAsHopeitWritesIt() {
        assertThat(new String(authInfo.encode(Identity.ANONYMOUS), UTF_8))
                .isEqualTo("eyJhdXRoX3R5cGUiOiAiVW5zZWN1cmVkIiwgImFsbG93ZWQiOiB0cnVlfQ==");
    }

    @Test
    void aSenderIsReadAsWrittenButForTheProof() throws Exception {
        var claims = Map.<String, Object>of("user", "ada", "groups", List.of("user"));
        var sent = new Identity(AuthMethod.BEARER, "ada", claims, true);

        assertThat(authInfo.decode(authInfo.encode(sent)))
                .isEqualTo(new Identity(AuthMethod.BEARER, "ada", claims, false));
    }

    @Test
    void whatPythonSaysOfASenderIsRead() throws Exception {
        var python = "{\"auth_type\": \"Bearer\", \"allowed\": true, \"payload\": {\"id\": \"7\", \"user\": \"ada\"}}";

        var sender = authInfo.decode(base64(python));
        assertThat(sender.method()).isEqualTo(AuthMethod.BEARER);
        assertThat(sender.name()).isEqualTo("ada");
        assertThat(sender.verified()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"auth_type\": \"Unsecured\"}",
                "{\"auth_type\": \"Kerberos\"}",
                "{\"auth_type\": 1}"
            })
    void anythingElseIsNobody(String json) throws Exception {
        assertThat(authInfo.decode(base64(json))).isEqualTo(Identity.ANONYMOUS);
    }

    @Test
    void aClaimOfSomebodyWithoutAPayloadHasNoName() throws Exception {
        assertThat(authInfo.decode(base64("{\"auth_type\": \"Basic\", \"payload\": \"dXNlcjpwYXNz\"}"))
                        .name())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "W10=", "eyJ4Ijo="})
    void whatIsNoJsonObjectInBase64MakesTheEntryNoMessage(String text) {
        assertThatThrownBy(() -> authInfo.decode(text.getBytes(UTF_8))).hasMessageContaining("auth_info");
    }

    @Test
    void aFloodOfClaimsMakesTheEntryNoMessage() {
        assertThatThrownBy(() -> authInfo.decode(new byte[20_000])).hasMessageContaining("auth_info is larger");
    }
}
