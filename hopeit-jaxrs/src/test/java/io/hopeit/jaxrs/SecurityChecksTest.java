package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.config.AsyncApiSettings;
import io.hopeit.config.AuthMethod;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.Access;
import io.hopeit.spi.AppDefinition;
import io.hopeit.spi.Docs;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventId;
import io.hopeit.spi.Flow;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a deployment with no key for tokens, and no authenticator. */
class SecurityChecksTest {
    private static final String KEY = "mp.jwt.verify.publickey.location";
    private static final App SHOP = new App("shop", "1.0");

    private static String problems(Access access) {
        var config = ConfigProvider.getConfig();
        var settings = new SettingsReader(config);
        var id = new EventId(SHOP, Optional.empty(), "pay");
        var event = new EventDefinition(
                id,
                SecurityChecksTest.class,
                new Trigger.Http(Trigger.Http.Method.GET, id.path("api"), false),
                Flow.of(List.of()),
                Optional.empty(),
                access,
                settings.event("pay"),
                Docs.NONE);
        var apps = List.of(new AppDefinition(SHOP, settings.app()));
        var problems = new Problems();
        new SecurityChecks(new EventCatalogue(apps, settings.deployment(), List.of(event)), config, problems)
                .check(Set.of());
        return problems.toString();
    }

    private static Access by(AuthMethod method) {
        return new Access(List.of(method), Optional.empty());
    }

    @Test
    void aTokenThatNothingCanVerifyIsAProblem() {
        assertThat(problems(by(AuthMethod.BEARER)))
                .contains("takes a bearer token, which nothing can verify: set mp.jwt.verify.publickey.location, "
                        + "mp.jwt.verify.issuer and mp.jwt.verify.audiences.");
    }

    @Test
    void aTokenThatMayBeForOthersIsAProblem() {
        System.setProperty(KEY, "a-key");
        try {
            assertThat(problems(by(AuthMethod.BEARER)))
                    .startsWith("hopeit: 2 problems")
                    .contains(
                            "takes a bearer token, but mp.jwt.verify.issuer is not set, so tokens for others would be taken, "
                                    + "too: set it to what your tokens say.")
                    .contains(
                            "takes a bearer token, but mp.jwt.verify.audiences is not set, so tokens for others would be"
                                    + " taken, too: set it to what your tokens say.");
        } finally {
            System.clearProperty(KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "1.5", "-1", "99999999999"})
    void aClockSkewThatIsNoNumberOfSecondsIsAProblem(String skew) {
        System.setProperty(TokenEnd.SKEW, skew);
        try {
            assertThat(problems(Access.OPEN))
                    .contains("mp.jwt.verify.clock.skew: is no whole number of seconds: set it to one such as 60,");
        } finally {
            System.clearProperty(TokenEnd.SKEW);
        }
    }

    @Test
    void aPasswordThatNothingCanCheckIsAProblem() {
        assertThat(problems(by(AuthMethod.BASIC)))
                .contains("takes \"basic\" as a proof of who sends a request, which nothing can check: add "
                        + "hopeit-basic-auth");
    }

    @Test
    void anEventForNobodyNeedsNothingThatVerifies() {
        assertThat(problems(Access.CLOSED)).startsWith("hopeit: 0 problems");
    }

    @Test
    void norDoesAnOpenOne() {
        assertThat(problems(Access.OPEN)).startsWith("hopeit: 0 problems");
    }

    private static String problems(AsyncApiSettings document) {
        var config = ConfigProvider.getConfig();
        var settings = new SettingsReader(config);
        var apps = List.of(new AppDefinition(SHOP, settings.app()));
        var problems = new Problems();
        new SecurityChecks(new EventCatalogue(apps, settings.deployment(), List.of()), config, problems)
                .check(document);
        return problems.toString();
    }

    @Test
    void aDocumentOfStreamsForARoleNeedsWhatVerifiesTokens() {
        assertThat(problems(new AsyncApiSettings(true, Optional.of("reader"))))
                .contains("hopeit.asyncapi.role: needs a bearer token, which nothing can verify: set"
                        + " mp.jwt.verify.publickey.location, mp.jwt.verify.issuer and mp.jwt.verify.audiences.");
        assertThat(problems(new AsyncApiSettings(true, Optional.empty()))).startsWith("hopeit: 0 problems");
    }
}
