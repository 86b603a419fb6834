package io.hopeit.jaxrs;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Types;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who has sent a request, as the server or this library has found out. */
final class Identities {
    private static final boolean JWT = Types.isPresent("org.eclipse.microprofile.jwt.JsonWebToken");

    private Identities() {}

    /** A principal that this library has found out. */
    record Known(Identity identity) implements Principal {
        @Override
        public String getName() {
            return identity.name();
        }
    }

    static Identity of(@Nullable SecurityContext security) {
        var principal = security == null ? null : security.getUserPrincipal();
        if (principal instanceof Known known) {
            return known.identity();
        }
        if (principal != null && JWT && Tokens.isToken(principal)) {
            return Tokens.identity(principal);
        }
        return Identity.ANONYMOUS;
    }

    /** Apart, for servers without MicroProfile JWT. */
    private static final class Tokens {
        static boolean isToken(Principal principal) {
            return principal instanceof JsonWebToken;
        }

        static Identity identity(Principal principal) {
            var token = (JsonWebToken) principal;
            var claims = new LinkedHashMap<String, Object>();
            for (String name : token.getClaimNames()) {
                // whoever has the token itself can use it
                if (!name.equals(Claims.raw_token.name()) && token.getClaim(name) != null) {
                    claims.put(name, plain(token.getClaim(name)));
                }
            }
            return new Identity(AuthMethod.BEARER, Objects.requireNonNullElse(token.getName(), ""), claims, true);
        }

        private static Object plain(Object claim) {
            return switch (claim) {
                case JsonString text -> text.getString();
                case JsonNumber number -> number.isIntegral() ? number.longValue() : number.doubleValue();
                case JsonArray array -> array.stream().map(Tokens::plain).toList();
                case JsonObject object -> object(object);
                case JsonValue value when value.equals(JsonValue.TRUE) -> true;
                case JsonValue value when value.equals(JsonValue.FALSE) -> false;
                case JsonValue value when value.equals(JsonValue.NULL) -> "";
                default -> claim;
            };
        }

        private static Map<String, Object> object(JsonObject object) {
            var members = new LinkedHashMap<String, Object>();
            object.forEach((name, value) -> members.put(name, plain(value)));
            return members;
        }
    }
}
