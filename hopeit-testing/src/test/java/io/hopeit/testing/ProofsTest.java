package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.config.AuthMethod;
import org.junit.jupiter.api.Test;

/** An event that takes other proofs than a token, without what checks them. */
@HopeitTest(ProofsTest.Ask.class)
@WithConfig({"mp.jwt.verify.publickey.location=none", "mp.jwt.verify.issuer=shop", "mp.jwt.verify.audiences=shop.1x0"})
class ProofsTest {
    /** Says who asks. */
    @GetEvent("ask")
    @Auth({AuthMethod.BASIC, AuthMethod.REFRESH, AuthMethod.BEARER})
    static class Ask {
        String tell(EventContext context) {
            return context.identity().name();
        }
    }

    @Test
    void aTokenIsTaken(TestApp app) {
        var run = app.as("ada").run(Ask.class);

        assertThat(run.status()).isEqualTo(200);
        assertThat(run.result(String.class)).isEqualTo("ada");
    }

    @Test
    void aPasswordIsNobodys(TestApp app) {
        var run = app.request(Ask.class)
                .header("Authorization", "Basic YWRhOnNlY3JldA==")
                .send();

        assertThat(run.status()).isEqualTo(401);
    }
}
