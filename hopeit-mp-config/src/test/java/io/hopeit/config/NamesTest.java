package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "SaveSomething, save_something",
        "save-something, save_something",
        "streams.something-event, streams.something_event",
        "URLValue, u_r_l_value",
        "plain, plain"
    })
    void keysAreSpelledInSnakeCase(String name, String snake) {
        assertThat(Names.snake(name)).isEqualTo(snake);
    }

    @Test
    void aDotInsideAPartBecomesAnX() {
        assertThat(Names.key("simple.example", "1.0")).isEqualTo("simplexexample.1x0");
        assertThat(Names.path("api", "app_name", "1.0", "plugin-name", "2.0"))
                .isEqualTo("/api/app-name/1x0/plugin-name/2x0");
    }

    @ParameterizedTest
    @CsvSource({"save-something, true", "a..b, false", "-a, false", "a/b, false", "'', false", "'a b', false"})
    void aNameIsLettersAndDigitsInParts(String name, boolean valid) {
        assertThat(Names.isName(name)).isEqualTo(valid);
    }
}
