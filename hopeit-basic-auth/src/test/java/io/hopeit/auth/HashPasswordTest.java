package io.hopeit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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

    @Test
    void failsWithoutAPassword() throws Exception {
        var process = start();

        assertThat(output(process, "")).isEmpty();
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
