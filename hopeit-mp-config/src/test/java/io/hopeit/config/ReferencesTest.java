package io.hopeit.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables, references and {auto}, by the examples of hopeit.engine. */
class ReferencesTest {

    private static String value(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "hopeit.stream.streams.something_event.key, simple_example.0x30.streams.something_event",
        "settings.fs_storage.path, /data/simple_example.0x30.fs_storage.path",
        "env.upload_something.save_path, /data/simple_example.0x30.upload_something.save_path/"
    })
    void autoIsThePathOfItsOwner(String key, String path) {
        assertThat(value(AppConfigs.sample(), key)).isEqualTo(path);
    }

    @Test
    void aReferenceMayLeadToAReference() {
        assertThat(value(AppConfigs.sample(), "settings.save_something.storage"))
                .isEqualTo("/data/simple_example.0x30.fs_storage.path");
    }

    @Test
    void theNameOfAMemberMayBeAReference() {
        var config = AppConfigs.shop("\"env\": {\"a\": {\"b\": \"c\"}}, \"settings\": {\"x\": {\"{env.a.b}\": 1}}");

        assertThat(value(config, "settings.x.c")).isEqualTo("1");
    }

    @Test
    void theNameOfAVariableIsLookedUpInCapitals() {
        assertThat(value(AppConfigs.shop("\"env\": {\"a\": {\"b\": \"${data_dir}/x\"}}"), "env.a.b"))
                .isEqualTo("/data/x");
    }

    @Test
    void aVariableMayBeASystemProperty() {
        assertThat(value(AppConfigs.shop("\"env\": {\"a\": {\"b\": \"${java.specification.name}\"}}"), "env.a.b"))
                .isEqualTo(System.getProperty("java.specification.name"));
    }

    @ParameterizedTest
    @CsvSource({"HOPEIT_ENGINE_VERSION, 0.30.1", "HOPEIT_APPS_API_VERSION, 0.30", "HOPEIT_APPS_ROUTE_VERSION, 0x30"})
    void versionsOfTheEngineAreBuiltIn(String name, String version) {
        assertThat(value(AppConfigs.shop("\"env\": {\"a\": {\"b\": \"${" + name + "}\"}}"), "env.a.b"))
                .isEqualTo(version);
    }

    @Test
    void bracesThatHoldNoPathAreLeftAlone() {
        var config = AppConfigs.shop("\"settings\": {\"x\": {\"y\": \"{id} [0-9]{2} {}\"}}");

        assertThat(value(config, "settings.x.y")).isEqualTo("{id} [0-9]{2} {}");
        assertThat(new SettingsReader(config).problems()).isEmpty();
    }
}
