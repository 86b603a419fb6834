package io.hopeit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A new project runs on Open Liberty, too, which the default build does not download: {@code -Pliberty-it}. */
@Tag("liberty")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs symbolic links")
class NewProjectOnLibertyIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path empty;

    @Test
    void itAnswersAndHandlesMessagesWhenItIsStarted() throws Exception {
        var maven = new Maven(LocalRepository.create(Path.of("target", "local-repository")));
        assertThat(maven.run(empty, NewProjectIT.CREATE, "-Dname=web-shop", "-Dpackage=org.example.web"))
                .contains("BUILD SUCCESS");

        try (var project = RunningProject.start(maven, empty.resolve("web-shop"), "-Pliberty")) {
            project.shipsAnOrder();

            assertThat(project.output())
                    .contains("Redis: embedded")
                    .doesNotContain("[WARNING ]", "[ERROR   ]", "| WARNING |", "| ERROR |");
        }
    }
}
