package io.hopeit.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerBinaryTest {
    private static final SearchPath NOTHING_INSTALLED = new SearchPath(List.of());

    @TempDir
    Path directory;

    @Test
    void bundledServerWorks() throws IOException {
        needsTheBundledServer();
        try (EmbeddedRedis redis = launch("bundled", SearchPath.ofSystem())) {
            assertThat(redis.description()).matches("redis-server \\d+\\.\\d+\\.\\d+ \\(bundled\\)");
            Path unpacked = new RedisAt(redis.port()).directory().resolve("redis-server");
            assertThat(unpacked).isExecutable();
            assertThat(unpacked.getParent()).satisfies(own -> assertThat(Files.getPosixFilePermissions(own))
                    .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]")
                    .hasSize(3));
        }
    }

    @Test
    void bundledServerIsTheLastChoice() throws IOException {
        needsTheBundledServer();
        try (EmbeddedRedis redis = launch(null, NOTHING_INSTALLED)) {
            assertThat(redis.description()).endsWith("(bundled)");
        }
    }

    @Test
    void installedServerIsTheFirstChoice() throws IOException {
        needsTheBundledServer();
        Path installed = install("redis-server");
        try (EmbeddedRedis redis = launch(null, new SearchPath(List.of(directory.toString())))) {
            assertThat(redis.description()).matches("redis-server \\S+ \\(" + installed + "\\)");
        }
    }

    @Test
    void redisIsPreferredToValkey() throws IOException {
        Path valkey = executable(Files.createDirectory(directory.resolve("one")).resolve("valkey-server"));
        Path redis = executable(Files.createDirectory(directory.resolve("two")).resolve("redis-server"));
        List<String> directories =
                List.of(valkey.getParent().toString(), redis.getParent().toString());

        assertThat(ServerBinary.choose(null, new SearchPath(directories), directory)
                        .file())
                .isEqualTo(redis);
        assertThat(ServerBinary.choose(null, new SearchPath(directories.subList(0, 1)), directory)
                        .file())
                .isEqualTo(valkey);
    }

    @ParameterizedTest
    @CsvSource({"6.0.16,true", "5.0.14.1,true", "6.2.0,false", "7.0.15,false", "8.0.1,false", "10.0.0,false"})
    void anInstalledServerThatIsTooOldIsNotUsed(String version, boolean isTooOld) throws IOException {
        needsTheBundledServer();
        Path server = executable(Files.createDirectory(directory.resolve("bin")).resolve("redis-server"));
        Files.writeString(server, "#!/bin/sh\necho Redis server v=" + version + " sha=00000000:0 bits=64\n");

        ServerBinary chosen = ServerBinary.choose(
                null, new SearchPath(List.of(server.getParent().toString())), directory);

        assertThat(chosen.bundled()).isEqualTo(isTooOld);
    }

    @Test
    void forcedServerIsUsed() throws IOException {
        needsTheBundledServer();
        Path mine = install("my-redis");
        try (EmbeddedRedis redis = launch(mine.toString(), NOTHING_INSTALLED)) {
            assertThat(redis.description()).matches("my-redis \\S+ \\(" + mine + "\\)");
        }
    }

    @Test
    void forcedServerThatDoesNotExistIsAClearError() {
        String missing = directory.resolve("missing").toString();
        assertThatThrownBy(() -> launch(missing, SearchPath.ofSystem()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        EmbeddedRedis.BINARY_PROPERTY, missing, "not an executable file", ServerBinary.WHAT_TO_DO);
    }

    @Test
    void propertyForcesTheServer() {
        String missing = directory.resolve("missing").toString();
        System.setProperty(EmbeddedRedis.BINARY_PROPERTY, missing);
        try {
            assertThatThrownBy(EmbeddedRedis::start).hasMessageContaining(missing);
        } finally {
            System.clearProperty(EmbeddedRedis.BINARY_PROPERTY);
        }
    }

    @Test
    void platformIsNamedLikeTheResources() {
        assertThat(BundledServer.platform("Linux", "amd64")).isEqualTo("linux/amd64");
        assertThat(BundledServer.platform("Mac OS X", "aarch64")).isEqualTo("darwin/arm64");
        assertThat(BundledServer.platform("Windows 11", "amd64")).isEqualTo("windows/amd64");
        assertThat(BundledServer.platform("Linux", "i386")).isEqualTo("linux/386");
        assertThat(BundledServer.platform("Linux", "riscv64")).isEqualTo("linux/riscv64");
    }

    private static EmbeddedRedis launch(String forced, SearchPath path) {
        return new Launcher(own -> ServerBinary.choose(forced, path, own), Duration.ofSeconds(10))
                .launch(Loopback::freePort);
    }

    /** A link in the directory to the bundled server. */
    private Path install(String name) throws IOException {
        Path unpacked = BundledServer.unpack(Files.createDirectory(directory.resolve("unpacked")));
        return Files.createSymbolicLink(directory.resolve(name), unpacked);
    }

    private static Path executable(Path file) throws IOException {
        assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
        return file;
    }

    private void needsTheBundledServer() throws IOException {
        String platform = BundledServer.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        assumeTrue(platform.equals("linux/amd64"), "the bundled server is tested on linux/amd64");
        Path server = BundledServer.unpack(Files.createDirectory(directory.resolve("trial")));
        Process trial = new ProcessBuilder(server.toString(), "--version").start();
        assumeTrue(trial.onExit().join().exitValue() == 0, BundledServer.NEEDS);
    }
}
