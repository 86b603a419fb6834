package io.hopeit.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @BeforeEach
    void needsPosix() {
        assumeTrue(File.separatorChar == '/', "the stand-ins for a server are shell scripts");
    }

    @Test
    void triesAnotherPortWhenTheFirstIsTaken() {
        Launcher launcher = new Launcher(ServerBinary::choose, DEADLINE);
        try (EmbeddedRedis other = EmbeddedRedis.start()) {
            var ports = IntStream.of(other.port(), Loopback.freePort()).iterator();
            try (EmbeddedRedis redis = launcher.launch(ports::nextInt)) {
                assertThat(redis.port()).isNotEqualTo(other.port());
                assertThat(new RedisAt(redis.port()).answers()).isTrue();
            }
        }
    }

    @Test
    void saysWhichServerEndedHowAndWhatItsLogSays() throws IOException {
        Path server = script("echo cannot open shared object file; exit 7");
        Launcher launcher = new Launcher(any -> new ServerBinary(server, false), DEADLINE);
        int port = Loopback.freePort();
        assertThatThrownBy(() -> launcher.launch(port))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Redis did not start: %s on port %d ended with exit code 7.%n%s%n%s",
                        server, port, "cannot open shared object file", ServerBinary.WHAT_TO_DO);
    }

    @Test
    void endsAServerThatDoesNotAnswerInTime() throws IOException {
        Path server = script("echo $$ >" + directory.resolve("pid") + "; exec sleep 1000");
        Launcher launcher = new Launcher(any -> new ServerBinary(server, false), Duration.ofSeconds(3));
        assertThatThrownBy(() -> launcher.launch(Loopback::freePort))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not answer within 3000 ms");
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void saysWhatABundledServerNeeds() throws IOException {
        Path server = script("exit 1");
        Launcher launcher = new Launcher(any -> new ServerBinary(server, true), DEADLINE);
        assertThatThrownBy(() -> launcher.launch(Loopback::freePort)).hasMessageContaining("glibc 2.34");
    }

    @Test
    void removesItsDirectoryWhenItFails() {
        Path[] used = new Path[1];
        Launcher launcher = new Launcher(
                own -> {
                    used[0] = Files.writeString(own.resolve("half"), "unpacked").getParent();
                    throw new IOException("disk full");
                },
                DEADLINE);
        assertThatThrownBy(() -> launcher.launch(Loopback::freePort))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("disk full", ServerBinary.WHAT_TO_DO);
        assertThat(used[0]).doesNotExist();
    }

    @Test
    void worksWithoutSetsid() throws Exception {
        Path running = Files.createDirectory(directory.resolve("running"));
        Path server =
                script("trap 'exit 3' TERM; echo $$ >" + directory.resolve("pid") + "; while :; do sleep 0.01; done");
        List<String> command = ServerProcess.guarded(
                List.of(server.toString()), new PrivateDirectory(running), new SearchPath(List.of()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Path pid = directory.resolve("pid");
        await().until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());

        process.getOutputStream().close();

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(running).doesNotExist();
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(directory.resolve("server"), "#!/bin/sh\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}
