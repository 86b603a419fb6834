package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.AddBean;
import io.helidon.microprofile.testing.AddConfig;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.App;
import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An event that needs no proof of who sends a request, and takes one; it asks for a role, so that it can be seen. */
@HelidonTest
@AddBean(OptionalProofTest.Porter.class)
@AddConfig(key = "hopeit.event.members.auth", value = "unsecured,basic")
class OptionalProofTest {
    /** Knows one password. */
    static class Porter implements Authenticator {
        @Override
        public AuthMethod method() {
            return AuthMethod.BASIC;
        }

        @Override
        public Optional<Identity> authenticate(App app, String proof) {
            return Optional.of(proof)
                    .filter("b3Blbg=="::equals)
                    .map(known -> new Identity(AuthMethod.BASIC, "ada", Map.of("groups", List.of("member")), true));
        }
    }

    @Inject
    WebTarget server;

    private int ask(String authorization) {
        try (var response = server.path("/api/shop/1x0/members")
                .request()
                .header("Authorization", authorization)
                .get()) {
            return response.getStatus();
        }
    }

    @Test
    void aProofThatIsSentCountsAlsoAfterUnsecured() {
        assertThat(ask("Basic b3Blbg==")).isEqualTo(200);
    }

    @Test
    void aWrongOneIsAsGoodAsNone() {
        assertThat(ask("Basic b3Blcg==")).isEqualTo(401);
        assertThat(ask(null)).isEqualTo(401);
    }
}
