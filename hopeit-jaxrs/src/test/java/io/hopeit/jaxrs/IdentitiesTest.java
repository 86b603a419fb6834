package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.config.AuthMethod;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    /** A token that a server has verified. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        @SuppressWarnings("NullAway") // as servers do
        public String getName() {
            return (String) claims.get("upn");
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // its own signature
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private record Sender(Principal getUserPrincipal) implements SecurityContext {
        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return "MP-JWT";
        }
    }

    @Test
    void aTokenThatNamesNobodyHasAnEmptyName() {
        var identity = Identities.of(new Sender(new Token(Map.of("jti", "t1", "raw_token", "a.b.c"))));

        assertThat(identity.method()).isEqualTo(AuthMethod.BEARER);
        assertThat(identity.name()).isEmpty();
        assertThat(identity.claims()).containsOnlyKeys("jti");
    }
}
