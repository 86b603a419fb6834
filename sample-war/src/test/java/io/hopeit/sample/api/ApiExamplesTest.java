package io.hopeit.sample.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others can use explains itself: each public type says what it is for, and shows it by an example. */
class ApiExamplesTest {
    static Stream<String> libraries() {
        return Stream.of(
                "hopeit-mp-config",
                "hopeit-cdi",
                "hopeit-jaxrs",
                "hopeit-streams",
                "hopeit-basic-auth",
                "hopeit-testing",
                "hopeit-embedded-redis");
    }

    /** Examples of goals are commands. */
    static Stream<String> modules() {
        return Stream.concat(libraries(), Stream.of("hopeit-maven-plugin"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPublicTypeHasJavadocWithAnExample(String module) {
        var silent = ApiSources.of(module).stream()
                .filter(type -> !type.hasJavadoc() || !type.hasExample())
                .map(SourceType::name);

        assertThat(silent)
                .as(
                        "public types of %s without javadoc, or without a {@snippet} in it: add one, or make them package-private",
                        module)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void everyExampleCompiles(String module) {
        var examples = ApiSources.of(module).stream()
                .flatMap(type -> type.examples().stream())
                .filter(Example::isJava)
                .toList();

        assertThat(ExampleCompiler.problems(examples)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hopeit-mp-config", "hopeit-jaxrs", "hopeit-basic-auth"})
    void everyKeyInAnExampleExists(String module) throws IOException {
        var known = KnownKeys.read();

        var unknown = ApiSources.of(module).stream()
                .flatMap(type -> type.examples().stream())
                .filter(example -> example.language().equals("properties"))
                .flatMap(example -> known.unknown(example).stream());

        assertThat(unknown).isEmpty();
    }
}
