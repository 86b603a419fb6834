package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.jaxrs.Authenticator;
import io.hopeit.spi.FactsUnavailableException;
import io.hopeit.spi.SharedFacts;
import io.hopeit.spi.Trigger;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided when an application is deployed. */
class DeploymentTest {
    @TempDir
    Path directory;

    private final Map<String, String> config = new HashMap<>();

    @BeforeEach
    void configure() {
        config.put("mp.initializer.allow", "true");
        config.put("mp.initializer.no-warn", "true");
        config.put("hopeit.app.name", "shop");
        config.put("hopeit.app.plugins", "basic-auth");
        config.put("hopeit.basic-auth.create-keys", "true");
        config.put(
                "hopeit.basic-auth.private-key",
                directory.resolve("private.pem").toString());
        config.put(
                "hopeit.basic-auth.public-key", directory.resolve("public.pem").toString());
        config.put("mp.jwt.verify.issuer", "shop.1x0");
        config.put("mp.jwt.verify.audiences", "shop.1x0");
        config.put("mp.jwt.verify.publickey.location", "file:public.pem");
    }

    @AfterEach
    void forgetConfig() {
        ConfigProviderResolver.instance().releaseConfig(ConfigProvider.getConfig());
    }

    /** Without a scope, so that no other test finds them. */
    static class OwnUsers implements UserStore {
        private static final AtomicInteger made = new AtomicInteger();

        OwnUsers() {
            made.incrementAndGet();
        }

        @Override
        public Optional<User> authenticate(String name, String password) {
            return name.equals("ada") && password.equals("own") ? Optional.of(Given.ADA) : Optional.empty();
        }
    }

    static class OtherUsers extends OwnUsers {}

    static class BrokenFacts implements SharedFacts {
        @Override
        public void remember(String key, Duration duration) {
            throw new FactsUnavailableException("down", null);
        }

        @Override
        public boolean knows(String key) {
            throw new FactsUnavailableException("down", null);
        }
    }

    private SeContainer deploy(Class<?>... beans) {
        var resolver = ConfigProviderResolver.instance();
        var loader = Thread.currentThread().getContextClassLoader();
        resolver.releaseConfig(resolver.getConfig(loader));
        resolver.registerConfig(Given.config(config), loader);
        var events = new EventsExtension();
        events.serves(Trigger.Http.class);
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(events, new BasicAuthExtension())
                .addBeanClasses(Users.class, Revocations.class, AuthBeans.class, Sessions.class, OtherSites.class)
                .addBeanClasses(Login.class, Refresh.class, Logout.class, Decode.class)
                .addBeanClasses(beans)
                .initialize();
    }

    private String problems(Class<?>... beans) {
        try (var container = deploy(beans)) {
            throw new AssertionError("deployed without a problem: " + container);
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    @Test
    void aStoreOfTheApplicationTakesThePlaceOfConfiguredUsers() {
        config.put("hopeit.basic-auth.users.bob.password-hash", Given.HASH);
        try (var container = deploy(OwnUsers.class)) {
            var users = container.select(Users.class).get();

            assertThat(users.authenticate("ada", "own")).contains(Given.ADA);
            assertThat(users.authenticate("bob", "päss €")).isEmpty();
            assertThat(users.renew(Given.ADA)).contains(Given.ADA);
        }
    }

    @Test
    void thereIsOneStore() {
        assertThat(problems(OwnUsers.class, OtherUsers.class))
                .contains("io.hopeit.auth.UserStore: there are 2 beans of this type, " + OtherUsers.class.getName()
                        + " and " + OwnUsers.class.getName() + "; there can be one: take away the others.");
    }

    @Test
    void withoutAStoreOfFactsThisInstanceRemembersWhatIsRevoked() {
        try (var container = deploy()) {
            var revocations = container.select(Revocations.class).get();
            revocations.revoke("t1", Instant.now().plusSeconds(60));

            assertThat(revocations.isRevoked("t1")).isTrue();
            assertThat(revocations.isRevoked("t2")).isFalse();
        }
    }

    @Test
    void aStartWarnsWhenNobodyCanLogInAndWhenSessionsEndHereOnly() {
        var warnings = new Warnings();
        try (warnings;
                var container = deploy()) {
            assertThat(container.isRunning()).isTrue();
        }

        assertThat(warnings.texts())
                .containsExactlyInAnyOrder(
                        "Nobody can log in: set hopeit.basic-auth.users.<name>.password-hash, or write a UserStore.",
                        "Sessions that have ended are only known to this instance, until it stops: add hopeit-streams to "
                                + "share them.");
    }

    @Test
    void aStartWithUsersAndAStoreOfFactsWarnsOfNothing() {
        config.put("hopeit.basic-auth.users.ada.password-hash", Given.HASH);
        var warnings = new Warnings();
        try (warnings;
                var container = deploy(Facts.class)) {
            assertThat(container.isRunning()).isTrue();
        }

        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void aStoreOfFactsThatIsDownIsNoLicence() {
        try (var container = deploy(BrokenFacts.class)) {
            var revocations = container.select(Revocations.class).get();

            assertThatThrownBy(() -> revocations.isRevoked("t1")).isInstanceOf(FactsUnavailableException.class);
            assertThatThrownBy(() -> revocations.revoke("t1", Instant.now().plusSeconds(60)))
                    .isInstanceOf(FactsUnavailableException.class);
        }
    }

    /** Whose time is over when a test says so. */
    static class Facts implements SharedFacts {
        private static final Set<String> KNOWN = new HashSet<>();

        @Override
        public void remember(String key, Duration duration) {
            KNOWN.add(key);
        }

        @Override
        public boolean knows(String key) {
            return KNOWN.contains(key);
        }
    }

    /** The tokens of a session of Ada's, of which the second one has replaced the first, whose id this is. */
    private record Renewed(String first, String second, String id) {
        static Renewed in(SeContainer container) {
            var tokens = container.select(Tokens.class).get();
            var first = tokens.refresh(Given.APP, Given.ADA, "s1", Instant.now());
            var second = tokens.refresh(Given.APP, Given.ADA, "s1", Instant.now());
            var id = tokens.verifyRefresh(Given.APP, first).orElseThrow().id();
            container.select(Revocations.class).get().replace(id, Instant.now().plusSeconds(60));
            return new Renewed(first, second, id);
        }
    }

    private SeContainer deployWithAda() {
        Facts.KNOWN.clear();
        config.put("hopeit.basic-auth.users.ada.password-hash", Given.HASH);
        config.put("hopeit.basic-auth.users.ada.id", "u1");
        return deploy(Facts.class);
    }

    @Test
    void aTokenThatWasReplacedCountsForALittleWhileAndThenEndsItsSession() {
        try (var container = deployWithAda()) {
            var sessions = container.select(Sessions.class).get();
            var session = Renewed.in(container);
            var first = session.first();
            var second = session.second();

            assertThat(sessions.find(Given.APP, List.of(first))).isPresent();
            Facts.KNOWN.remove("grace." + session.id());
            assertThat(sessions.find(Given.APP, List.of(second))).isPresent();
            assertThat(sessions.find(Given.APP, List.of(first))).isEmpty();
            assertThat(sessions.find(Given.APP, List.of(second))).isEmpty();
        }
    }

    @Test
    void aTokenThatWasReplacedDoesNoHarmBesideOneThatCounts() {
        try (var container = deployWithAda()) {
            var sessions = container.select(Sessions.class).get();
            var session = Renewed.in(container);
            var first = session.first();
            var second = session.second();
            Facts.KNOWN.remove("grace." + session.id());

            assertThat(sessions.find(Given.APP, List.of(first, second))).isPresent();
            assertThat(sessions.find(Given.APP, List.of(second))).isPresent();
        }
    }

    @Test
    void aStoreWithoutAScopeIsMadeOnce() {
        OwnUsers.made.set(0);
        try (var container = deploy(OwnUsers.class)) {
            var users = container.select(Users.class).get();
            users.authenticate("ada", "own");
            users.authenticate("ada", "own");

            assertThat(OwnUsers.made).hasValue(1);
        }
    }

    @Test
    void usingATokenThatWasReplacedGivesItNoMoreTime() {
        Facts.KNOWN.clear();
        try (var container = deploy(Facts.class)) {
            var revocations = container.select(Revocations.class).get();
            revocations.replace("t1", Instant.now().plusSeconds(60));
            Facts.KNOWN.remove("grace.t1");
            revocations.replace("t1", Instant.now().plusSeconds(60));

            assertThat(revocations.isReplaced("t1")).isTrue();
        }
    }

    @Test
    void aUserWhoIsGoneDoesNotGoOn() {
        try (var container = deploy()) {
            var token = container.select(Tokens.class).get().refresh(Given.APP, Given.ADA);

            assertThat(container.select(Sessions.class).get().find(Given.APP, List.of(token)))
                    .isEmpty();
        }
    }

    @Test
    void withoutAnApplicationThatListsThePluginNothingIsWrongAndNobodyIsAuthenticated() {
        config.keySet().removeIf(key -> key.contains(".basic-auth.") || key.contains(".jwt."));
        config.remove("hopeit.app.plugins");
        try (var container = deploy()) {
            assertThat(container.select(Authenticator.class).isUnsatisfied()).isTrue();
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void allThatIsWrongWithSettingsIsReportedAtOnce() {
        config.put("hopeit.basic-auth.create-keys", "false");
        config.put("hopeit.basic-auth.cookie-secure", "false");
        config.put("hopeit.basic-auth.cookie-same-site", "none");
        config.put("hopeit.basic-auth.cookie-domain", "a;b");
        config.put("hopeit.basic-auth.access-token-lifetime", "PT2H");
        config.put("hopeit.basic-auth.users.bob.password-hash", "pass");

        assertThat(problems())
                .contains(
                        "hopeit: 5 problems in this deployment",
                        "hopeit.basic-auth.cookie-domain: \"a;b\" is not a domain such as example.com.",
                        "hopeit.basic-auth.cookie-same-site: browsers ignore \"none\" in a cookie that is not secure. Set "
                                + "cookie-secure.",
                        "hopeit.basic-auth.private-key: " + directory.resolve("private.pem") + " does not exist.",
                        "hopeit.basic-auth.refresh-token-lifetime: PT1H is shorter than access-token-lifetime, which "
                                + "is PT2H. Set at least that.",
                        "hopeit.basic-auth.users.bob.password-hash: is not a hash");
    }

    @Test
    void aTokenLivesForASecondAtLeast() {
        config.put("hopeit.basic-auth.access-token-lifetime", "PT0.5S");

        assertThat(problems())
                .contains("hopeit.basic-auth.access-token-lifetime: tokens count in seconds. Set at least PT1S.");
    }

    @Test
    void keysHaveToBeNamed() {
        config.remove("hopeit.basic-auth.private-key");
        config.remove("hopeit.basic-auth.public-key");

        assertThat(problems())
                .contains(
                        "hopeit.basic-auth.private-key: is not set. Put the path of the file there.",
                        "hopeit.basic-auth.public-key: is not set. Put the path of the file there.");
    }

    @Test
    void aKeyInBase64InPlaceOfItsPathIsNotRepeated() throws Exception {
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(Given.newPair(2048).getPrivate().getEncoded());
        var base64 = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        config.put("hopeit.basic-auth.private-key", base64);

        assertThat(problems())
                .contains("hopeit.basic-auth.private-key: is not the path of a file.")
                .doesNotContain(base64.substring(0, 20));
    }

    @Test
    void aKeyInPlaceOfItsPathIsNotRepeated() throws Exception {
        var base64 = Base64.getMimeEncoder()
                .encodeToString(Given.newPair(2048).getPrivate().getEncoded());
        config.put("hopeit.basic-auth.private-key", "-----BEGIN PRIVATE KEY----- " + base64.replaceAll("\\s", ""));
        config.put("hopeit.basic-auth.public-key", base64);

        assertThat(problems())
                .contains(
                        "hopeit.basic-auth.private-key: is not the path of a file.",
                        "hopeit.basic-auth.public-key: is not the path of a file.")
                .doesNotContain(base64.substring(0, 20), "BEGIN");
    }

    @Test
    void theBase64OfAKeyInPlaceOfItsPathIsNotRepeated() throws Exception {
        var base64 = Base64.getEncoder()
                .encodeToString(Given.newPair(2048).getPrivate().getEncoded());
        config.put("hopeit.basic-auth.private-key", base64);

        assertThat(problems())
                .contains("hopeit.basic-auth.private-key: is not the path of a file.")
                .doesNotContain(base64.substring(0, 20));
    }

    @Test
    void verificationThatWouldTakeAnyTokenIsRefused() {
        config.remove("mp.jwt.verify.issuer");
        config.remove("mp.jwt.verify.audiences");
        config.remove("mp.jwt.verify.publickey.location");

        assertThat(problems())
                .contains(
                        "mp.jwt.verify.audiences: decides that refresh tokens are no access tokens. Set it to shop.1x0.",
                        "mp.jwt.verify.issuer: has to be the issuer of the tokens. Set it to shop.1x0.",
                        "mp.jwt.verify.publickey.location: is not set. Put the file of hopeit.basic-auth.public-key there.");
    }

    @Test
    void refreshTokensAreNoAudience() {
        config.put("mp.jwt.verify.audiences", "shop.1x0,shop.1x0.refresh");

        assertThat(problems()).contains("mp.jwt.verify.audiences: decides");
    }
}
