package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A project that is there already, and has not our parent, gets what the README tells. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs symbolic links")
class ExistingProjectIT {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example.web</groupId>
              <artifactId>web-shop</artifactId>
              <version>1.0-SNAPSHOT</version>
              <properties>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <maven.compiler.release>21</maven.compiler.release>
                %s
              </properties>
              <dependencyManagement>
                <dependencies>
                  <dependency>
                    <groupId>io.hopeit</groupId>
                    <artifactId>hopeit-bom</artifactId>
                    <version>%s</version>
                    <type>pom</type>
                    <scope>import</scope>
                  </dependency>
                </dependencies>
              </dependencyManagement>
              <dependencies>
                %s
              </dependencies>
              <build>
                <pluginManagement>
                  <plugins>
                    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                    <plugin><artifactId>maven-dependency-plugin</artifactId><version>3.9.0</version></plugin>
                  </plugins>
                </pluginManagement>
              </build>
            </project>
            """;
    private static final String PARAMETERS = "<maven.compiler.parameters>true</maven.compiler.parameters>";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path empty;

    private static String readme() throws IOException {
        var text = Files.readString(Path.of("../README.md"));
        return text.substring(text.indexOf("In a project that is there already"));
    }

    private static String dependencies() throws IOException {
        var text = readme();
        int start = text.indexOf("```xml\n") + "```xml\n".length();
        return text.substring(start, text.indexOf("```", start));
    }

    @Test
    void itAnswersAndHandlesMessagesWhenItIsStarted() throws Exception {
        assertThat(readme())
                .contains(
                        PARAMETERS,
                        "mvn compile dependency:copy-dependencies -DincludeScope=compile",
                        "java -cp \"target/classes:target/dependency/*\" io.hopeit.redis.embedded.Main "
                                + "io.helidon.microprofile.cdi.Main");
        var maven = new Maven(LocalRepository.create(Path.of("target", "local-repository")));
        maven.run(empty, NewProjectIT.CREATE, "-Dname=web-shop", "-Dpackage=org.example.web");
        var project = empty.resolve("web-shop");
        Files.writeString(
                project.resolve("pom.xml"),
                POM.formatted(PARAMETERS, System.getProperty("guide.version"), dependencies()));

        assertThat(maven.run(
                        project,
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        "compile",
                        "dependency:copy-dependencies",
                        "-DincludeScope=compile"))
                .contains("BUILD SUCCESS");
        try (var running = RunningProject.startByJava(
                project,
                Map.of(),
                "-cp",
                "target/classes:target/dependency/*",
                "io.hopeit.redis.embedded.Main",
                "io.helidon.microprofile.cdi.Main")) {
            running.shipsAnOrder();
        }
    }
}
