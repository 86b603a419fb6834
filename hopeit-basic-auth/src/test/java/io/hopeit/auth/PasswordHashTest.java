package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";
    private static final String HASH = "jSUPTQWcsiDpKJEl2ghJUZBLdFs62Ltym4bARVyeuUg";

    @Test
    void theTextIsEnoughToCheckThePassword() {
        var kept = PasswordHash.of("secret").text();

        assertThat(kept).matches("pbkdf2-sha256\\$600000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(PasswordHash.parse(kept).matches("secret")).isTrue();
        assertThat(PasswordHash.parse(kept).matches("Secret")).isFalse();
        assertThat(PasswordHash.parse(kept).matches("")).isFalse();
    }

    @Test
    void isThePbkdf2OfOtherLanguages() {
        var fromPython = PasswordHash.parse("pbkdf2-sha256$100000$" + SALT + "$" + HASH);

        assertThat(fromPython.matches("päss €")).isTrue();
    }

    @Test
    void onePasswordHasManyHashes() {
        assertThat(PasswordHash.compute("secret", 100_000).text())
                .isNotEqualTo(PasswordHash.compute("secret", 100_000).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "pbkdf2-sha256$099999$" + SALT + "$" + HASH,
                "pbkdf2-sha256$10000001$" + SALT + "$" + HASH,
                "pbkdf2-sha256$999999999999$" + SALT + "$" + HASH,
                "pbkdf2-sha1$600000$" + SALT + "$" + HASH,
                "pbkdf2-sha256$600000$AAECAwQFBgc$" + HASH,
                "pbkdf2-sha256$600000$" + SALT + "$AAECAwQFBgc",
                "pbkdf2-sha256$600000$" + SALT + "$",
                "pbkdf2-sha256$600000$" + SALT + "$" + HASH + "$x",
                "pbkdf2-sha256$600000$A$" + HASH
            })
    void refusesWhatIsNoHashWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(HASH);
    }

    @Test
    void printsNeitherSaltNorHash() {
        var hash = PasswordHash.parse("pbkdf2-sha256$100000$" + SALT + "$" + HASH);

        assertThat(hash.toString()).isEqualTo("PasswordHash[100000 iterations]");
    }
}
