package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.GetEvent;
import io.hopeit.StreamEvent;
import io.hopeit.testing.shop.Order;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The token of whoever asks is a bean, as on a server. */
@HopeitTest({TokensTest.Who.class, TokensTest.Note.class})
class TokensTest {
    /** Says who asks. */
    @GetEvent("who")
    static class Who {
        @Inject
        JsonWebToken token;

        String tell() {
            return token.getName() + " " + token.getGroups() + " " + token.getSubject() + " " + token.getIssuer();
        }
    }

    /** Says who asks for what a message wants. */
    @StreamEvent(read = "orders")
    static class Note {
        @Inject
        JsonWebToken token;

        String note(Order order) {
            return token.getName() + " " + token.getClaimNames();
        }
    }

    @Test
    void whoAsksIsInjected(TestApp app) {
        assertThat(app.as("ada", "clerk").run(Who.class).result(String.class)).isEqualTo("ada [clerk] ada null");
        assertThat(app.as("bob").run(Who.class).result(String.class)).isEqualTo("bob [] bob null");
    }

    @Test
    void nobodyHasNoName(TestApp app) {
        assertThat(app.run(Who.class).result(String.class)).startsWith("null ").endsWith(" null null");
    }

    @Test
    void nobodyHasSentATokenWithAMessage(TestApp app) {
        assertThat(app.as("ada").run(Note.class, new Order("o1", 1)).result(String.class))
                .isEqualTo("null []");
    }

    @Nested
    class OfTheTest {
        @TestBean
        final JsonWebToken token = new TestToken("eve", List.of());

        @Test
        void aTokenOfTheTestIsTakenInstead(TestApp app) {
            assertThat(app.as("ada").run(Who.class).result(String.class)).startsWith("eve ");
        }
    }
}
