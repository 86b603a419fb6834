package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private static final String ORIGINS =
            "a list of origins as browsers send them, such as https://example.com or http://[::1]:3000, in lower case and without"
                    + " a path, :443 or :80, or *";

    private static SettingsReader reader(String... pairs) {
        var map = new java.util.HashMap<>(Map.of("hopeit.app.name", "shop"));
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return reader(map);
    }

    private static SettingsReader reader(Map<String, String> properties) {
        return new SettingsReader(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }

    @Test
    void valuesHaveDefaults() {
        assertThat(reader().stream("orders", "shop.1x0.orders")).isEqualTo(StreamSettings.defaults("shop.1x0.orders"));
    }

    @Test
    void theNamedEventWinsOverTheDefaultsForAll() {
        var reader = reader("hopeit.event-defaults.timeout", "PT5S", "hopeit.event.save-order.timeout", "PT1S");

        assertThat(reader.event("save_order").timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(reader.event("other").timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aNameMayBeSpelledWithDashesOrUnderscores() {
        assertThat(reader("hopeit.event.streams.save_order.timeout", "PT1S")
                        .event("streams.save-order")
                        .timeout())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aWrongValueIsAProblemThatNamesKeyValueAndWhatIsRight() {
        var reader = reader("hopeit.stream.orders.batch-size", "many", "hopeit.stream-defaults.compression", "rar");
        reader.stream("orders", "k");

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.stream.orders.batch-size: \"many\" is not a whole number from 1 to 10000.",
                        "hopeit.stream-defaults.compression: \"rar\" is not one of none, lz4, lz4:0, lz4:16, zip, zip:1, "
                                + "zip:9, gzip, gzip:1, gzip:9, bz2, bz2:1, bz2:9, lzma.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${NO_SUCH_VARIABLE}", "geheim-${NO_SUCH_VARIABLE}", "${hopeit.no-such:${NO_SUCH_VARIABLE}}"})
    void aVariableThatIsNotSetIsAProblemThatShowsNothingElse(String value) {
        var reader = reader("hopeit.streams.identity.signing-key", value);
        reader.identity();

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.streams.identity.signing-key: names a variable that is not set, or empty: set it,"
                                + " or give a default, as in ${NAME:default}.");
    }

    @Test
    void aVariableThatIsEmptyIsAProblemToo() {
        var reader = reader("hopeit.streams.identity.signing-key", "${some.key}", "some.key", "");
        reader.identity();

        assertThat(reader.problems()).singleElement().asString().contains("not set, or empty");
    }

    @Test
    void aVariableThatIsNotSetHasItsDefaultWhichMayBeNothing() {
        var reader = reader(
                "hopeit.app.version", "${NO_SUCH_VARIABLE:2.0}", "hopeit.redis.username", "${NO_SUCH_VARIABLE:}");

        assertThat(reader.app().version()).isEqualTo("2.0");
        assertThat(reader.redis().credentials().username()).isEmpty();
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void aVariableThatLeadsToItselfIsAProblemThatShowsNothingElse() {
        var reader = reader("hopeit.redis.password", "geheim-${hopeit.redis.password}");
        reader.redis();

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.redis.password: its ${...} leads to itself, or through too many others; write the"
                                + " value.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://example.com",
                "http://localhost:3000",
                "http://[::1]:3000",
                "http://example.com:443",
                "https://example.com:80",
                "https://a.example,http://b.example:8080"
            })
    void originsAreWrittenAsBrowsersSendThem(String origins) {
        var reader = reader("hopeit.app.cors-origins", origins);

        assertThat(reader.app().corsOrigins()).containsExactly(origins.split(","));
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://Example.com",
                "HTTPS://example.com",
                "https://example.com:443",
                "http://example.com:80",
                "http://[::1]:80",
                "http://[::A]",
                "https://example.com/",
                "https://example.com:0443",
                "http://::1",
                "null"
            })
    void originsThatNoBrowserSendsAreAProblem(String origin) {
        var reader = reader("hopeit.app.cors-origins", origin);
        reader.app();

        assertThat(reader.problems())
                .containsExactly("hopeit.app.cors-origins: \"" + origin + "\" is not " + ORIGINS + ".");
    }

    @Test
    void namesOriginsKeysAndPathsSayWhatIsRight() {
        var reader = reader(
                "hopeit.app.name", "shop",
                "hopeit.app.cors-origins", "example.com",
                "hopeit.enabled-groups", "a b",
                "hopeit.redis.password-file", "\0",
                "hopeit.stream.orders.key", "my orders");
        reader.app();
        reader.deployment();
        reader.redis();
        reader.stream("orders", "k");

        assertThat(reader.problems())
                .containsExactlyInAnyOrder(
                        "hopeit.app.cors-origins: \"example.com\" is not " + ORIGINS + ".",
                        "hopeit.enabled-groups: \"a b\" is not a list of names separated by commas.",
                        "hopeit.redis.password-file: \"\0\" is not a path of a file.",
                        "hopeit.stream.orders.key: \"my orders\" is not a key of up to 200 letters, digits and . _ : { } -.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:secret@host",
                "redis://user:secret@host/first",
                "redis://",
                "host:6379",
                "%",
                "redis-sentinel://host:26379,host2:26379",
                "redis-sentinel://a:b@:1#m",
                "redis-sentinel://h:1,#m",
                "redis://a:1,b:2",
                "redis://my_redis:6379"
            })
    void aWrongRedisUriIsReportedWithoutItsPassword(String uri) {
        var reader = reader("hopeit.redis.uri", uri);
        reader.redis();

        assertThat(reader.problems())
                .containsExactly("hopeit.redis.uri: is not a URI like redis:// or "
                        + "rediss://[user:password@]host:6379[/database] with a host that has no underscore, or "
                        + "redis-sentinel://[:password@]host:26379,host2:26379[/database]#master.");
    }

    @Test
    void settingsPrintTheRedisServerWithoutItsPassword() {
        var redis =
                reader("hopeit.redis.uri", "redis://user:secret@host:7000/2").redis();

        assertThat(redis.toString()).contains("redis://host:7000").doesNotContain("secret");
    }

    @Test
    void settingsPrintSentinelsWithoutTheirPassword() {
        var redis = reader(
                        "hopeit.redis.uri",
                        "rediss-sentinel://:secret@host_1:7000,host2:7001/0#master",
                        "hopeit.redis.password",
                        "s3cret")
                .redis();

        assertThat(redis.isSentinel()).isTrue();
        assertThat(redis.address()).isEqualTo("rediss-sentinel://host_1:7000,host2:7001#master");
        assertThat(redis.toString() + redis.credentials())
                .doesNotContain("secret")
                .doesNotContain("s3cret");
    }

    @Test
    void redisHasCredentialsOfItsOwn() {
        var reader = reader(
                "hopeit.redis.topology", "cluster",
                "hopeit.redis.username", "ada",
                "hopeit.redis.password-file", "/run/secrets/redis");

        assertThat(reader.redis().topology()).isEqualTo(RedisSettings.Topology.CLUSTER);
        assertThat(reader.redis().credentials())
                .isEqualTo(new RedisSettings.Credentials(
                        Optional.of("ada"), Optional.empty(), Optional.of(Path.of("/run/secrets/redis"))));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void sentinelsAreNoCluster() {
        var reader = reader("hopeit.redis.uri", "redis-sentinel://h:1#m", "hopeit.redis.topology", "cluster");
        reader.redis();

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.redis.topology: is cluster, but hopeit.redis.uri leads to sentinels; set one or "
                                + "the other.");
    }

    @Test
    void aStreamIsTrimmedAsItSays() {
        var reader = reader(
                "hopeit.stream.orders.max-length", "5",
                "hopeit.stream-defaults.max-age", "P1D",
                "hopeit.stream-defaults.trim-acknowledged", "true");

        assertThat(reader.stream("orders", "k").publish().trimming())
                .isEqualTo(new StreamSettings.Trimming(5, Duration.ofDays(1), true, false));
    }

    @Test
    void whatIsSaidInPlaceOfAnnotationsIsKnownToBeSaid() {
        var overrides = reader("hopeit.stream.orders.order", "key", "hopeit.stream-defaults.backoff", "PT0S").stream(
                        "orders", "k")
                .overrides();

        assertThat(overrides.lanes().order()).contains(StreamOverrides.Ordering.KEY);
        assertThat(overrides.failures().backoff()).contains(Duration.ZERO);
        assertThat(overrides.failures().retryOn()).isEmpty();
    }

    @Test
    void aMessageIsNotTakenOverWithinASecond() {
        var reader = reader("hopeit.stream.orders.claim-idle", "PT0.9S", "hopeit.stream.orders.start-from", "$");

        assertThat(reader.stream("orders", "k").consume().startFrom()).isEqualTo(StreamSettings.StartFrom.NOW);
        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.stream.orders.claim-idle: \"PT0.9S\" is not a duration from PT1S to PT8760H in ISO-8601.");
    }

    @Test
    void theApplicationsNameIsRequired() {
        var reader = new SettingsReader(new SmallRyeConfigBuilder().build());
        reader.app();

        assertThat(reader.problems())
                .containsExactly("hopeit.app.name is not set. Put hopeit.app.name=my-app in "
                        + "META-INF/microprofile-config.properties.");
    }

    @Test
    void ofTwoSpellingsTheSourceDecides() {
        var file = new PropertiesConfigSource(Map.of("hopeit.event.save-order.timeout", "PT10S"), "file", 100);
        var system = new PropertiesConfigSource(Map.of("hopeit.event.save_order.timeout", "PT2S"), "system", 400);
        var reader = new SettingsReader(
                new SmallRyeConfigBuilder().withSources(file, system).build());

        assertThat(reader.event("save_order").timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsReadBeforeThereIsAnApplicationIsNotReported() {
        var reader = reader("hopeit.testing.redis", "embedded", "hopeit.embedded-redis.binary", "bundled");
        reader.app();

        assertThat(reader.unknownKeys()).isEmpty();
    }

    @Test
    void aKeyThatNothingReadsIsReportedWithTheNearestOne() {
        var reader = reader("hopeit.stream-defaults.batchsize", "10");
        reader.app();
        reader.stream("orders", "k");

        assertThat(reader.unknownKeys())
                .containsExactly("hopeit.stream-defaults.batchsize: nothing reads this key."
                        + " Did you mean \"hopeit.stream-defaults.batch-size\"?");
    }

    @Test
    void aSettingOfAnEventThatDoesNotExistIsUnknown() {
        var reader = reader("hopeit.event.save-odrer.timeout", "PT1S");
        reader.app();
        reader.event("save_order");

        assertThat(reader.unknownKeys())
                .containsExactly("hopeit.event.save-odrer.timeout: there is no event \"save-odrer\" in this deployment."
                        + " Did you mean \"save-order\"?");
    }

    @Test
    void allKeysOfAnEventThatDoesNotExistAreOneLine() {
        var reader = reader("hopeit.event.audit.timeout", "PT1S", "hopeit.event.audit.read-stream.name", "orders");
        reader.app();
        reader.event("save_order");

        assertThat(reader.unknownKeys())
                .containsExactly("hopeit.event.audit.read-stream.name, hopeit.event.audit.timeout: "
                        + "there is no event \"audit\" in this deployment.");
    }

    @Test
    void aSettingThatAnEventDoesNotHaveIsUnknown() {
        var reader = reader("hopeit.event.save-order.timout", "PT1S");
        reader.app();
        reader.event("save_order");

        assertThat(reader.unknownKeys())
                .containsExactly("hopeit.event.save-order.timout: nothing reads this key."
                        + " Did you mean \"hopeit.event.save-order.timeout\"?");
    }

    @Test
    void aSigningKeyIsLongAndShownNowhere() {
        var secret = "S3CR3T-that-is-long-enough-for-32-bytes";
        var reader = reader("hopeit.streams.identity.signing-key", secret);

        assertThat(reader.identity().signingKey()).hasValue(secret);
        assertThat(reader.identity().toString()).isEqualTo("IdentitySettings[signed=true, requireSignature=false]");
    }

    @Test
    void aSigningKeyThatIsTooShortIsAProblem() {
        var reader = reader("hopeit.streams.identity.signing-key", "S3CR3T");
        reader.identity();

        assertThat(reader.problems())
                .containsExactly("hopeit.streams.identity.signing-key: is not a secret of at least 32 bytes.");
    }

    @Test
    void whatNeedsASigningKeyIsAProblemWithoutOne() {
        var reader = reader(
                "hopeit.streams.identity.previous-signing-key",
                "x".repeat(32),
                "hopeit.streams.identity.require-signature",
                "true");
        reader.identity();

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.streams.identity.previous-signing-key: does nothing without a signing-key; set that too.",
                        "hopeit.streams.identity.require-signature: does nothing without a signing-key; set that too.");
    }

    @Test
    void aCommaAfterABackslashIsPartOfAText() {
        var reader = reader("hopeit.mail.to", "Lovelace\\, Ada, bob");

        assertThat(reader.section(MAIL).get(TO)).containsExactly("Lovelace, Ada", "bob");
    }

    @Test
    void keysOfTheProfileAreKnownByTheirNames() {
        var map = Map.of("mp.config.profile", "prod", "%prod.hopeit.box.ada.to", "x", "%dev.hopeit.box.bob.to", "x");

        assertThat(reader(map).names(BOX)).containsExactly("ada");
    }

    private static final Key<Duration> RETRY =
            new Key<>("retry", Kind.duration(Duration.ofDays(1)), Duration.ofSeconds(9), "when to try again");
    private static final Key<List<String>> TO = new Key<>("to", Kind.texts(), List.of(), "who gets it");
    private static final Key<Optional<String>> FROM = Key.optional("from", Kind.name(), "who sends it");
    private static final Key<String> PASSWORD = new Key<>("pass", Kind.name().secretly(), "none", "opens it");
    private static final KeyGroup MAIL =
            new KeyGroup("Mail", "", List.of("hopeit.mail"), List.of(RETRY, TO, FROM, PASSWORD));
    private static final KeyGroup BOX = new KeyGroup("Boxes", "", List.of("hopeit.box.<box>"), List.of(RETRY, TO));

    @Test
    void aModuleReadsKeysOfItsOwn() {
        var reader = reader("hopeit.mail.retry", "PT1S", "hopeit.mail.to", "a, b", "hopeit.mail.form", "x");
        reader.app();
        var mail = reader.section(MAIL);

        assertThat(mail.get(RETRY)).isEqualTo(Duration.ofSeconds(1));
        assertThat(mail.get(TO)).containsExactly("a", "b");
        assertThat(mail.get(FROM)).isEmpty();
        assertThat(reader.unknownKeys())
                .containsExactly("hopeit.mail.form: nothing reads this key. Did you mean \"hopeit.mail.from\"?");
    }

    @Test
    void aModuleCannotReadAKeyThatItsReferenceWouldNotShow() {
        var mail = reader().section(BOX, "in");

        assertThatThrownBy(() -> mail.get(FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key \"from\" is not one of the group \"Boxes\"; list it there.");
    }

    @Test
    void aSecretIsNotRepeatedInAMessage() {
        var reader = reader("hopeit.mail.pass", "geheim!");
        reader.section(MAIL).get(PASSWORD);

        assertThat(reader.problems())
                .containsExactly("hopeit.mail.pass: is not a name of letters and digits, joined by . - or _.");
    }

    @Test
    void aModuleNotesProblemsWithItsOwnKeys() {
        var reader = reader();
        reader.section(MAIL).problem(TO, "is not set.");

        assertThat(reader.problems()).containsExactly("hopeit.mail.to: is not set.");
    }

    @Test
    void namesAreWhatIsBetweenThePrefixAndAKeyOfTheGroup() {
        var reader = reader(
                "hopeit.box.ada.lovelace.to", "x",
                "hopeit.box.bob.retry", "x",
                "hopeit.box.bob.to", "x",
                "hopeit.box.eve.other", "x",
                "hopeit.box.to", "x");

        assertThat(reader.names(BOX)).containsExactly("ada.lovelace", "bob");
    }

    @Test
    void aNameOfAModulesGroupHasOneSpelling() {
        var reader = reader("hopeit.box.ada.to", "x", "hopeit.box.Ada.to", "y");

        assertThat(reader.section(BOX, "Ada").get(TO)).containsExactly("y");
    }

    @Test
    void keysThatNoGroupDeclaresAreReadByTheirNames() {
        var other = reader("others.to", "a, b").section("others");

        assertThat(other.get(TO)).containsExactly("a", "b");
        assertThat(other.has(RETRY)).isFalse();
    }
}
