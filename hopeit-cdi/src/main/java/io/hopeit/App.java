package io.hopeit;

import io.hopeit.config.Names;

/**
 * The application that events belong to.
 *
 * {@snippet :
 * void log(EventContext context) {
 *     var app = context.app(); // simple-example, 1.0
 *     log.info(app.key() + " at " + app.path()); // simple_example.1x0 at /api/simple-example/1x0
 * }
 * }
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
