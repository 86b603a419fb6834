package io.hopeit.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The token that a server lets be injected: that of whoever has sent the request. Nobody has sent one with a message, nor with
 * a request of nobody; then no claim has a value. Taken before any that the class path has, and after one of the test.
 */
@RequestScoped
@Alternative
@Priority(Integer.MAX_VALUE - 2)
@Typed({SendersToken.class, JsonWebToken.class})
class SendersToken implements JsonWebToken {
    private Optional<TestToken> token = Optional.empty();

    void is(TestToken sent) {
        token = Optional.of(sent);
    }

    @Override
    public @Nullable String getName() {
        return token.map(TestToken::name).orElse(null);
    }

    @Override
    public Set<String> getClaimNames() {
        return token.map(TestToken::getClaimNames).orElse(Set.of());
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the caller says what it expects
    public <T> @Nullable T getClaim(String claim) {
        return token.isEmpty() ? null : token.get().getClaim(claim);
    }
}
