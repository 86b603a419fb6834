package io.hopeit.testing;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The token of somebody whom the test has let in. */
record TestToken(String name, List<String> roles) implements JsonWebToken {
    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.of("sub", "upn", "groups");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller says what it expects
    public <T> @Nullable T getClaim(String claim) {
        return switch (claim) {
            case "sub", "upn" -> (T) name;
            case "groups" -> (T) Set.copyOf(roles);
            default -> null;
        };
    }
}
