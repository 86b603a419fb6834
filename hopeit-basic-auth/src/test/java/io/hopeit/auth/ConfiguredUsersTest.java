package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConfiguredUsersTest {
    private static final String PREFIX = "hopeit.basic-auth.users.";

    private static ConfiguredUsers users(Map<String, String> config) {
        var settings = Given.settings(config);
        var users = ConfiguredUsers.read(settings);
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.unknownKeys())
                .filteredOn(line -> line.startsWith(PREFIX))
                .isEmpty();
        return users;
    }

    @Test
    void aUserHasWhatConfigurationSays() {
        var users = users(Map.of(
                PREFIX + "ada.password-hash",
                Given.HASH,
                PREFIX + "ada.id",
                "u1",
                PREFIX + "ada.email",
                "ada@example.com",
                PREFIX + "ada.roles",
                "reader, admin"));

        assertThat(users.authenticate("ada", "päss €")).contains(Given.ADA);
    }

    @Test
    void aUserNeedsNothingButAPassword() {
        var users = users(Map.of(PREFIX + "ada.password-hash", Given.HASH));

        assertThat(users.authenticate("ada", "päss €")).contains(new User("ada", "ada", "", Set.of()));
    }

    @Test
    void aNameMayHaveDots() {
        var users = users(Map.of(PREFIX + "ada.l@example.com.password-hash", Given.HASH));

        assertThat(users.authenticate("ada.l@example.com", "päss €"))
                .hasValueSatisfying(user -> assertThat(user.name()).isEqualTo("ada.l@example.com"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefused() {
        var users = users(Map.of(PREFIX + "ada.password-hash", Given.HASH));

        assertThat(users.authenticate("ada", "pass")).isEmpty();
        assertThat(users.authenticate("ada", "")).isEmpty();
        assertThat(users.authenticate("eve", "päss €")).isEmpty();
        assertThat(users.authenticate("", "")).isEmpty();
    }

    @Test
    void anUnknownNameIsAsMuchWorkAsAWrongPassword() {
        var users = users(Map.of(PREFIX + "ada.password-hash", Given.HASH));
        cpuNanos(users, "ada");

        assertThat((double) cpuNanos(users, "eve"))
                .isBetween(cpuNanos(users, "ada") * 0.5, cpuNanos(users, "ada") * 2.0);
    }

    @Test
    void unknownNamesAreAsMuchWorkAsOneOrAnotherOfUsersWithDifferentHashes() {
        var more = Given.HASH.replace("100000", "200000");
        var config = Map.of(PREFIX + "ada.password-hash", Given.HASH, PREFIX + "bob.password-hash", more);
        var users = users(config);
        var iterations = IntStream.range(0, 100)
                .mapToObj(i -> users.nobodys("name" + i).iterations())
                .toList();

        assertThat(iterations).contains(100_000, 200_000).containsOnly(100_000, 200_000);
        assertThat(users(config).nobodys("name1").iterations()).isEqualTo(iterations.get(1));
    }

    /** The least of some tries, in which nothing else ran. */
    private static long cpuNanos(ConfiguredUsers users, String name) {
        var threads = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 5)
                .map(i -> {
                    long start = threads.getCurrentThreadCpuTime();
                    assertThat(users.authenticate(name, "wrong")).isEmpty();
                    return threads.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void aSessionGoesOnWithTheRolesOfNow() {
        var users = users(Map.of(
                PREFIX + "ada.password-hash", Given.HASH, PREFIX + "ada.id", "u1", PREFIX + "ada.roles", "guest"));

        assertThat(users.renew(Given.ADA))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly("guest"));
        assertThat(users.renew(new User("u2", "gone", "", Set.of()))).isEmpty();
    }

    @Test
    void aSessionDoesNotGoOnForAnotherUserWhoHasGotTheName() {
        var users = users(Map.of(PREFIX + "ada.password-hash", Given.HASH, PREFIX + "ada.id", "u2"));

        assertThat(users.renew(Given.ADA)).isEmpty();
    }

    @Test
    void wrongOrMissingHashesAreProblemsThatDoNotRepeatThem() {
        var settings = Given.settings(Map.of(PREFIX + "ada.password-hash", "s3cret", PREFIX + "bob.roles", "reader"));
        ConfiguredUsers.read(settings);

        assertThat(settings.problems())
                .containsExactly(
                        "hopeit.basic-auth.users.ada.password-hash: is not a hash that io.hopeit.auth.HashPassword has "
                                + "printed, such as pbkdf2-sha256$600000$<salt>$<hash>.",
                        "hopeit.basic-auth.users.bob.password-hash: is not set. Put what io.hopeit.auth.HashPassword "
                                + "prints there.");
    }

    @Test
    void aKeyThatNothingReadsIsReported() {
        var settings = Given.settings(Map.of(PREFIX + "ada.password-hash", Given.HASH, PREFIX + "ada.role", "reader"));
        ConfiguredUsers.read(settings);

        assertThat(settings.unknownKeys())
                .contains("hopeit.basic-auth.users.ada.role: nothing reads this key. Did you mean "
                        + "\"hopeit.basic-auth.users.ada.roles\"?");
    }
}
