package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the container finds configurations of hopeit.engine. */
class AppConfigSourceTest {
    private static final String FILES = "hopeit.app-config";

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.clearProperty(FILES);
        Thread.currentThread().setContextClassLoader(loader);
    }

    private static Config discovered() {
        return new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
    }

    private Path write(String name, String app) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{\"app\": {\"name\": \"%s\", \"version\": \"1.0\"}}".formatted(app));
    }

    @Test
    void withoutAFileThereAreNoProperties() {
        assertThat(new AppConfigSource().getProperties()).isEmpty();
    }

    @Test
    void theFileOnTheClassPathIsRead() throws IOException {
        write("META-INF/hopeit-app.json", "shop");
        try (var below = new URLClassLoader(new URL[] {folder.toUri().toURL()}, loader)) {
            Thread.currentThread().setContextClassLoader(below);

            assertThat(new SettingsReader(discovered()).app().name()).isEqualTo("shop");
        }
    }

    @Test
    void filesAreNamedByASystemProperty() throws IOException {
        System.setProperty(FILES, write("a.json", "mail") + ", " + write("b.json", "shop"));
        var reader = new SettingsReader(discovered());

        assertThat(reader.app().name()).isEqualTo("shop");
        assertThat(reader.unknownKeys())
                .contains("hopeit.apps.mail.version: there is no app \"mail\" in this deployment.")
                .noneMatch(line -> line.startsWith(FILES));
    }

    @Test
    void aFileThatDoesNotExistIsAProblem() {
        System.setProperty(FILES, "/no/such.json");

        assertThat(new SettingsReader(discovered()).problems())
                .containsExactly("/no/such.json: cannot be read (NoSuchFileException). "
                        + "Name files in UTF-8 that exist, separated by commas, in hopeit.app-config.");
    }

    @Test
    void filesCannotBeNamedByAnotherSource() {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(FILES, "a.json"), "properties", 100))
                .build();

        assertThat(new SettingsReader(config).problems())
                .containsExactly("hopeit.app-config: is read before configuration is there; "
                        + "set it as a system property, or as HOPEIT_APP_CONFIG.");
    }
}
