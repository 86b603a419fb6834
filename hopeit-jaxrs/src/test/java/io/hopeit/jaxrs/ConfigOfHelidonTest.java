package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.config.mp.MpConfigSources;
import io.hopeit.config.Key;
import io.hopeit.config.KeyGroup;
import io.hopeit.config.Kind;
import io.hopeit.config.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Test;

/** Settings as Helidon's configuration gives them, where it differs from that of other servers. */
class ConfigOfHelidonTest {
    private static final Key<Optional<String>> HASH = Key.optional("hash", Kind.text(), "opens the door");
    private static final KeyGroup USERS = new KeyGroup("Users", "", List.of("hopeit.users.<user>"), List.of(HASH));

    private static SettingsReader reader(Map<String, String> properties) {
        return new SettingsReader(ConfigProviderResolver.instance()
                .getBuilder()
                .withSources(MpConfigSources.create("test", properties))
                .build());
    }

    @Test
    void aVariableThatIsNotSetIsAProblem() {
        var reader = reader(Map.of("hopeit.streams.identity.signing-key", "geheim-${NO_SUCH_VARIABLE}"));
        reader.identity();

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.streams.identity.signing-key: names a variable that is not set, or empty: set it,"
                                + " or give a default, as in ${NAME:default}.");
    }

    @Test
    void aVariableThatIsEmptyIsAProblemToo() {
        var reader = reader(Map.of("hopeit.streams.identity.signing-key", "${some.key}", "some.key", ""));
        reader.identity();

        assertThat(reader.problems()).singleElement().asString().contains("not set, or empty");
    }

    @Test
    void aVariableThatLeadsToItselfIsAProblemThatShowsNothingElse() {
        var reader = reader(Map.of("hopeit.redis.password", "geheim-${hopeit.redis.password}"));
        reader.redis();

        assertThat(reader.problems())
                .containsExactly(
                        "hopeit.redis.password: its ${...} leads to itself, or through too many others; write the"
                                + " value.");
    }

    @Test
    void aDefaultMayBeNothing() {
        var reader = reader(Map.of("hopeit.redis.username", "${NO_SUCH_VARIABLE:}"));

        assertThat(reader.redis().credentials().username()).isEmpty();
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void keysOfTheProfileAreKnownByTheirNames() {
        var reader = reader(Map.of(
                "mp.config.profile", "prod",
                "%prod.hopeit.users.ada.hash", "x",
                "%prod.hopeit.redis.usernam", "x",
                "%dev.hopeit.users.bob.hash", "x"));
        reader.redis();

        assertThat(reader.names(USERS)).containsExactly("ada");
        assertThat(reader.section(USERS, "ada").get(HASH)).contains("x");
        assertThat(reader.unknownKeys())
                .containsExactly(
                        "hopeit.redis.usernam: nothing reads this key. Did you mean \"hopeit.redis.username\"?");
    }
}
