package io.hopeit.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** Configurations of hopeit.engine as a Config, with an environment that is the same everywhere. */
final class AppConfigs {
    private static final Map<String, String> ENVIRONMENT = Map.of("DATA_DIR", "/data", "SECRET", "se\"cret");

    private AppConfigs() {}

    static Config sample() {
        try (var in = Objects.requireNonNull(AppConfigs.class.getResourceAsStream("/simple-example.json"))) {
            return config(Map.of(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files named {@code 1.json} and so on. */
    static Config config(Map<String, String> properties, String... files) {
        var found = new java.util.ArrayList<AppConfigFiles.Found>();
        List.of(files).forEach(text -> found.add(new AppConfigFiles.Found(found.size() + 1 + ".json", text)));
        return new SmallRyeConfigBuilder()
                .withSources(new AppConfigSource(AppConfig.read(found, new Variables(ENVIRONMENT::get))))
                .withSources(new PropertiesConfigSource(properties, "properties", 100))
                .build();
    }

    /** One file of an application {@code shop 1.0}, with further members. */
    static Config shop(String members) {
        return config(Map.of(), "{\"app\": {\"name\": \"shop\", \"version\": \"1.0\"}, " + members + "}");
    }
}
