package io.hopeit.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a server lives when its JVM does not end in an orderly way. */
class EmbeddedRedisLifeTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Path STATUS = Path.of("/proc/self/status");

    @BeforeEach
    void needsPosix() {
        assumeTrue(File.separatorChar == '/', "on Windows the server is a plain child process");
    }

    @Test
    void diesWithAKilledJvm() throws Exception {
        try (ChildJvm jvm = ChildJvm.start(KeepsRedis.class.getName())) {
            RedisAt redis = RedisAt.uri(jvm.readLine());
            assertThat(redis.answers()).isTrue();
            long pid = redis.pid();
            Path directory = redis.directory();

            jvm.process().toHandle().destroyForcibly();

            await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
            await().atMost(SOON).until(() -> !Files.exists(directory));
            assertThat(jvm.remainingOutput()).isEmpty();
        }
    }

    @Test
    void diesWithAKilledProcessGroup() throws Exception {
        try (ChildJvm jvm = startInOwnGroup()) {
            RedisAt redis = RedisAt.uri(jvm.readLine());
            long pid = redis.pid();
            Path directory = redis.directory();

            signalGroup(jvm, "KILL");

            await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
            await().atMost(SOON).until(() -> !Files.exists(directory));
        }
    }

    @Test
    void survivesAnInterruptOfTheProcessGroupUntilTheJvmHasEnded() throws Exception {
        assumeTrue(Files.exists(STATUS), "there is no /proc");
        assumeFalse(isIgnored(2), "the tests run with SIGINT ignored, and so would the child JVM");
        try (ChildJvm jvm = startInOwnGroup()) {
            RedisAt redis = RedisAt.uri(jvm.readLine());

            signalGroup(jvm, "INT");

            assertThat(jvm.readLine()).isEqualTo("draining");
            // a redis-server that is interrupted ends within 100 ms
            await().during(Duration.ofMillis(500)).atMost(SOON).until(redis::answers);

            jvm.process().getOutputStream().close();

            jvm.exitCode();
            await().atMost(SOON).until(() -> !redis.answers());
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 15", "HUP, 1"})
    void stopsWhenItsGuardianIsTerminated(String signal, int number) throws Exception {
        assumeFalse(isIgnored(number), "the tests run with SIG" + signal + " ignored, and so would the guardian");
        try (EmbeddedRedis redis = EmbeddedRedis.start()) {
            ProcessHandle server =
                    ProcessHandle.of(new RedisAt(redis.port()).pid()).orElseThrow();
            signal(Long.toString(server.parent().orElseThrow().pid()), signal);
            await().atMost(SOON).until(() -> !server.isAlive());
        }
    }

    private static ChildJvm startInOwnGroup() throws IOException {
        Path setsid = SearchPath.ofSystem().find("setsid").orElse(null);
        assumeTrue(setsid != null, "there is no setsid to give the child JVM a process group");
        return ChildJvm.start(List.of(setsid.toString()), Map.of(), KeepsRedis.class.getName());
    }

    /** As far as that can be seen. */
    private static boolean isIgnored(int signal) throws IOException {
        return Files.exists(STATUS)
                && Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(
                                line -> (Long.parseUnsignedLong(line.split("\\s+")[1], 16) & 1L << (signal - 1)) != 0);
    }

    private static void signalGroup(ChildJvm leader, String signal) throws Exception {
        signal("-" + leader.process().pid(), signal);
    }

    private static void signal(String target, String signal) throws Exception {
        Process kill = new ProcessBuilder("sh", "-c", "kill -s " + signal + " -- " + target).start();
        assertThat(kill.waitFor()).isZero();
    }
}
