package io.hopeit;

import io.hopeit.config.Names;

/**
 * The application that events belong to.
 *
 * @param name as configured in {@code hopeit.app.name}
 * @param version as configured in {@code hopeit.app.version}
 */
public record App(String name, String version) {
    /** The prefix of its streams and groups: {@code simple_example.1x0}. */
    public String key() {
        return Names.key(name, version);
    }

    /** The prefix of its routes: {@code /api/simple-example/1x0}. */
    public String path() {
        return Names.path("api", name, version);
    }
}
