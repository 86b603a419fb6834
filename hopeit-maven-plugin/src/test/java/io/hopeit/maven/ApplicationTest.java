package io.hopeit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void publishesWithStreamsInMemoryThatDoNotStart() throws Exception {
        assertThat(application(ServesDocument.class, Map.of("version", "1.0")).publish(DocumentKind.OPENAPI, PATIENCE))
                .isEqualTo(Documents.parse("""
                        {'openapi': '3.0.3', 'info': {'title': 't', 'version': '1.0'},
                            'paths': {'/memory/false': {'get': {}}}}"""));
    }

    @Test
    void ownSystemPropertiesWinExceptThePort() throws Exception {
        var properties = Map.of("hopeit.streams.broker", "redis", "server.port", "1");
        assertThat(application(ServesDocument.class, properties)
                        .publish(DocumentKind.OPENAPI, PATIENCE)
                        .text())
                .contains("/redis/false");
    }

    @Test
    void worksInTheDirectoryOfTheProject() throws Exception {
        application(ServesDocument.class, Map.of()).publish(DocumentKind.OPENAPI, PATIENCE);
        assertThat(log()).content().contains("in " + Path.of("src").toAbsolutePath());
    }

    @Test
    void isGoneWhenItHasPublished() throws Exception {
        application(ServesDocument.class, Map.of()).publish(DocumentKind.OPENAPI, PATIENCE);
        assertThat(pids()).hasSize(1);
        assertThat(processes()).isEmpty();
    }

    @Test
    void oneThatDoesNotPublishInTimeIsEndedWithItsChildren() throws Exception {
        var application = application(NeverServes.class, Map.of());
        assertThatThrownBy(() -> application.publish(DocumentKind.OPENAPI, Duration.ofSeconds(6)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NeverServes: did not publish a document within 6 s (http://127.0.0.1:");
        assertThat(pids()).isNotEmpty();
        await().untilAsserted(() -> assertThat(processes()).isEmpty());
    }

    @Test
    void oneThatEndsIsReportedWithItsOutput() {
        assertThatThrownBy(() -> application(EndsAtOnce.class, Map.of()).publish(DocumentKind.OPENAPI, PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "EndsAtOnce: ended with exit code 3.", log().toString(), "starting", "no database");
    }

    @Test
    void endsWithTheBuildThatIsCancelled() throws Exception {
        var build = Builds.start(NeverServes.class.getName(), log());
        try {
            await().atMost(PATIENCE).until(() -> Files.exists(log()) && pids().size() == 2);
            build.destroy();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(processes()).isEmpty());
        } finally {
            processes().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
        }
    }

    private Application application(Class<?> main, Map<String, String> properties) {
        return Builds.application(main.getName(), properties, log());
    }

    private Path log() {
        return directory.resolve("target/application.log");
    }

    private List<Long> pids() throws IOException {
        return Files.readAllLines(log()).stream()
                .filter(line -> line.startsWith("pid "))
                .map(line -> Long.valueOf(line.substring(4)))
                .toList();
    }

    /** Those that exist. */
    private List<ProcessHandle> processes() throws IOException {
        return pids().stream().map(ProcessHandle::of).flatMap(Optional::stream).toList();
    }
}
