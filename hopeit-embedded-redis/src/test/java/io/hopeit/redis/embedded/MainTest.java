package io.hopeit.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final String MAIN = Main.class.getName();
    private static final String APPLICATION = PrintsItsRedis.class.getName();

    @Test
    void startsRedisSetsThePropertyAndRunsTheApplication() throws Exception {
        try (ChildJvm jvm = ChildJvm.start(MAIN, APPLICATION, "a", "b")) {
            List<String> output = jvm.remainingOutput();
            assertThat(output).hasSize(4);
            String uri = output.get(2);
            assertThat(uri).matches("redis://127\\.0\\.0\\.1:\\d+");
            assertThat(output.get(0))
                    .matches("Redis: embedded \\S+ [0-9.]+ at " + uri + " \\(stops with the application\\)");
            assertThat(output.get(1)).isEqualTo("[a, b]");
            assertThat(output.get(3)).isEqualTo("true");
            assertThat(jvm.exitCode()).isZero();
        }
    }

    @Test
    void startsRedisWhenTheUriIsBlank() throws Exception {
        try (ChildJvm jvm =
                ChildJvm.start(List.of(), Map.of("HOPEIT_REDIS_URI", " "), "-Dhopeit.redis.uri=", MAIN, APPLICATION)) {
            assertThat(jvm.readLine()).startsWith("Redis: embedded ");
        }
    }

    @Test
    void leavesTheVariableOfTheUserAloneAndMasksItsPassword() throws Exception {
        try (ChildJvm jvm = ChildJvm.start(
                List.of(), Map.of("HOPEIT_REDIS_URI", "redis://me:secret@example.org"), MAIN, APPLICATION)) {
            assertThat(jvm.remainingOutput())
                    .containsExactly("Redis: redis://me:***@example.org (HOPEIT_REDIS_URI)", "[]", "null", "false");
        }
    }

    @Test
    void leavesThePropertyOfTheUserAloneAndMasksItsPassword() throws Exception {
        try (ChildJvm jvm = ChildJvm.start("-Dhopeit.redis.uri=redis://:secret@127.0.0.1:1", MAIN, APPLICATION)) {
            assertThat(jvm.remainingOutput())
                    .containsExactly(
                            "Redis: redis://:***@127.0.0.1:1 (hopeit.redis.uri)",
                            "[]",
                            "redis://:secret@127.0.0.1:1",
                            "false");
        }
    }

    @Test
    void throwsWhatTheApplicationThrows() throws Exception {
        try (ChildJvm jvm = ChildJvm.start(MAIN, APPLICATION, "fail")) {
            assertThat(jvm.errors())
                    .first()
                    .asString()
                    .isEqualTo("Exception in thread \"main\" java.lang.UnsupportedOperationException: as told");
            assertThat(jvm.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatToDoWithoutAMainClass() throws Exception {
        assertRefuses("No main class: start with java ... " + MAIN + " <main class> [arguments]");
    }

    @Test
    void saysWhatToDoWhenTheMainClassIsNotFound() throws Exception {
        assertRefuses(
                "Main class no.Such cannot be loaded: check its name and the class path"
                        + " (java.lang.ClassNotFoundException: no.Such)",
                "no.Such");
    }

    @Test
    void saysWhatToDoWhenTheClassHasNoMain() throws Exception {
        assertRefuses(
                "java.lang.String has no public static void main(String[]): name a class that has one",
                "java.lang.String");
    }

    private static void assertRefuses(String message, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = MAIN;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try (ChildJvm jvm = ChildJvm.start(command)) {
            assertThat(jvm.errors()).containsExactly(message);
            assertThat(jvm.remainingOutput()).isEmpty();
            assertThat(jvm.exitCode()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "redis://localhost:6379, redis://localhost:6379",
        "redis://secret@localhost, redis://***@localhost",
        "redis://:secret@localhost, redis://:***@localhost",
        "rediss://me:s:e/c@ret@localhost/1, rediss://me:***@localhost/1",
        "redis-sentinel://secret@a:1/0#master, redis-sentinel://***@a:1/0#master",
        "'redis://:secret@a,redis://:secret@b', redis://:***@b",
        "me:secret@localhost, me:***@localhost",
    })
    void masksThePassword(String uri, String printed) {
        assertThat(Main.withoutPassword(uri)).isEqualTo(printed);
    }
}
