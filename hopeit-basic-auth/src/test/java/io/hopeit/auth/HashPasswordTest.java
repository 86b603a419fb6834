package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As an operator runs it: with the jar alone. */
class HashPasswordTest {
    private static Process start() throws Exception {
        var jar = Path.of(HashPassword.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", jar.toString(), HashPassword.class.getName()).start();
    }

    private static String output(Process process, String input) throws Exception {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Test
    void printsTheHashOfTheFirstLineAndNothingElse() throws Exception {
        var process = start();
        var output = output(process, "pässword\nmore\n");

        assertThat(PasswordHash.parse(output.strip()).matches("pässword")).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    static Stream<Arguments> passwordsThatNoLoginCanSend() {
        return Stream.of(
                Arguments.of("a\tb", "has a control character"),
                Arguments.of("x".repeat(767), "has 767 bytes"),
                Arguments.of("€".repeat(256), "has 768 bytes"));
    }

    @ParameterizedTest
    @MethodSource("passwordsThatNoLoginCanSend")
    void refusesAPasswordThatNoLoginCanSend(String password, String why) throws Exception {
        var process = start();

        assertThat(output(process, password + "\n")).isEmpty();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).startsWith("The password " + why);
    }

    @Test
    void takesTheLongestPasswordThatALoginCanSend() throws Exception {
        assertThat(output(start(), "x".repeat(766) + "\n")).startsWith("pbkdf2-sha256$");
    }

    @Test
    void failsWithoutAPassword() throws Exception {
        var process = start();

        assertThat(output(process, "")).isEmpty();
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
