package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A new project is made, builds, is tested and runs, by the commands of the guide. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs symbolic links")
class NewProjectIT {
    static final String CREATE = "io.hopeit:hopeit-maven-plugin:" + System.getProperty("guide.version") + ":create";

    private static final String TESTS = "T E S T S";

    // nothing above it is a project
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path empty;

    private static Maven maven;
    private static Path project;

    @BeforeAll
    static void createAndBuild() throws Exception {
        maven = new Maven(LocalRepository.create(Path.of("target", "local-repository")));
        assertThat(maven.run(empty, CREATE, "-Dname=web-shop", "-Dpackage=org.example.web"))
                .contains("BUILD SUCCESS", "mvn verify", "mvn -Prun");
        project = empty.resolve("web-shop");
        addWhatTheGuideAdds();
        var output = maven.run(project, "verify");
        assertThat(output).contains("BUILD SUCCESS", TESTS);
        assertThat(output.substring(output.indexOf(TESTS))).doesNotContain("WARN");
    }

    /** The classes of the first chapter, which are to be written by hand. */
    private static void addWhatTheGuideAdds() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("src/test/java/com/acme/shop"))) {
            for (var file : files) {
                var kind = file.toString().endsWith("Test.java") ? "test" : "main";
                var target = project.resolve("src/%s/java/org/example/web".formatted(kind));
                Files.writeString(
                        target.resolve(file.getFileName()),
                        Files.readString(file).replace("com.acme.shop", "org.example.web"));
            }
        }
    }

    @Test
    void itsTestsHaveRun() {
        assertThat(project.resolve("target/surefire-reports/org.example.web.OrdersTest.txt"))
                .content()
                .contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(project.resolve("target/surefire-reports/org.example.web.RefundsTest.txt"))
                .content()
                .contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(project.resolve("target/failsafe-reports/org.example.web.OrdersIT.txt"))
                .content()
                .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void itsWarHasWhatAServerHasNot() throws IOException {
        assertThat(project.resolve("target/web-shop/WEB-INF/lib"))
                .isDirectoryContaining("glob:**/hopeit-jaxrs-*")
                .isDirectoryNotContaining("glob:**/helidon-*")
                .isDirectoryNotContaining("glob:**/netty-transport-native-epoll-*")
                .isDirectoryNotContaining("glob:**/*redis-1*");
    }

    @Test
    void itAnswersAndHandlesMessagesWhenItIsStarted() throws Exception {
        try (var running = RunningProject.start(maven, project, "-Prun")) {
            running.shipsAnOrder();
            assertThat(running.post("o1/return", "")).isEqualTo("{\"id\":\"o1\",\"cents\":1000}");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(running.output()).containsPattern("orders.refund .*DONE"));
            assertThat(running.output()).contains("Redis: embedded").doesNotContain("| WARNING |", "| ERROR |");
        }
    }

    @Test
    void itsDistributionRunsWithoutMaven() throws Exception {
        assertThat(maven.run(project, "package", "-Pdistribution", "-Dmaven.test.skip=true"))
                .contains("BUILD SUCCESS");

        try (var running = RunningProject.startByJava(
                project,
                Map.of("HOPEIT_STREAMS_BROKER", "memory"),
                "-jar",
                "target/distribution/web-shop-application.jar")) {
            running.shipsAnOrder();
            assertThat(running.output()).doesNotContain("| WARNING |", "| ERROR |");
        }
        assertThat(project.resolve("target/distribution/libs"))
                .isDirectoryContaining("glob:**/netty-transport-native-epoll-*-linux-x86_64.jar")
                .isDirectoryNotContaining("glob:**/*redis-1*");
    }

    @Test
    void documentsThatAreCommittedAreComparedAndArtifactsOfTheBuild() throws Exception {
        assertThat(maven.run(project, "process-classes", "hopeit:openapi-create", "hopeit:asyncapi-create"))
                .contains("BUILD SUCCESS");

        var output = maven.run(project, "install", "-Dmaven.test.skip");

        assertThat(output)
                .contains(
                        "BUILD SUCCESS",
                        "OpenAPI: the published document is the committed one",
                        "AsyncAPI: the published document is the committed one")
                .doesNotContain("WARN");
        assertThat(project.resolve("target/openapi.json"))
                .hasSameTextualContentAs(project.resolve("src/main/openapi/openapi.json"));
        assertThat(project.resolve("target/asyncapi.json"))
                .hasSameTextualContentAs(project.resolve("src/main/asyncapi/asyncapi.json"));
        assertThat(maven.repository().path().resolve("org/example/web/web-shop/1.0-SNAPSHOT"))
                .isDirectoryContaining("glob:**/web-shop-1.0-SNAPSHOT-openapi.json")
                .isDirectoryContaining("glob:**/web-shop-1.0-SNAPSHOT-asyncapi.json");
    }

    @Test
    void aFolderThatIsThereIsNotTouched() throws Exception {
        assertThat(maven.run(empty, CREATE, "-Dname=web-shop", "-Dpackage=org.example.web"))
                .contains("BUILD FAILURE", "web-shop is there already");
    }

    @Test
    void aNameThatCannotBeIsExplained() throws Exception {
        assertThat(maven.run(empty, CREATE, "-Dname=My Shop", "-Dpackage=org.example.web"))
                .contains("BUILD FAILURE", "\"My Shop\" cannot be the name", "-Dname=my-shop");
        assertThat(Files.exists(empty.resolve("My Shop"))).isFalse();
    }

    @Test
    void namesThatAreMissingAreAskedFor() throws Exception {
        assertThat(maven.run(empty, CREATE)).contains("BUILD FAILURE", "-Dname=shop -Dpackage=com.acme.shop");
    }
}
