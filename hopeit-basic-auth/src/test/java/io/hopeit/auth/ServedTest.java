package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.spi.SharedFacts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Application;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** An application whose tokens MicroProfile JWT verifies, with the keys that its start has made. */
@HelidonTest
class ServedTest {
    @ApplicationScoped
    @LoginConfig(authMethod = "MP-JWT")
    public static class Shop extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Protected.class);
        }
    }

    @Path("who")
    @RequestScoped
    public static class Protected {
        @Inject
        JsonWebToken token;

        @GET
        @RolesAllowed("reader")
        public String who() {
            return token.getName() + " " + token.getClaim("email");
        }

        @GET
        @Path("owner")
        @RolesAllowed("owner")
        public String owner() {
            return "";
        }
    }

    @Inject
    WebTarget server;

    @Inject
    Users users;

    @Inject
    Tokens tokens;

    @Inject
    Revocations revocations;

    @Inject
    SharedFacts facts;

    private int status(String path, String token) {
        try (var response = server.path(path)
                .request()
                .header("Authorization", "Bearer " + token)
                .get()) {
            return response.getStatus();
        }
    }

    private User ada() {
        return users.authenticate("ada", "päss €").orElseThrow();
    }

    @Test
    void anAccessTokenOpensWhatItsRolesMay() {
        var token = tokens.access(Given.APP, ada()).text();

        assertThat(server.path("who")
                        .request()
                        .header("Authorization", "Bearer " + token)
                        .get(String.class))
                .isEqualTo("ada ada@example.com");
        assertThat(status("who/owner", token)).isEqualTo(403);
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        assertThat(status("who", tokens.refresh(Given.APP, ada()))).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherKeyOpensNothing() throws Exception {
        var others = new Tokens(Given.TOKENS, Given.newKeys());

        assertThat(status("who", others.access(Given.APP, Given.ADA).text())).isEqualTo(401);
    }

    @Test
    void whatIsRevokedIsKnownToAllWhoShareTheFacts() {
        assertThat(revocations.isRevoked("t1")).isFalse();
        revocations.revoke("t1", Instant.now().plusSeconds(60));

        assertThat(revocations.isRevoked("t1")).isTrue();
        assertThat(facts.knows("revoked.t1")).isTrue();
    }
}
