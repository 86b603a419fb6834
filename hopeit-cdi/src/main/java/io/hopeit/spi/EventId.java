package io.hopeit.spi;

import io.hopeit.App;
import io.hopeit.config.Names;
import java.util.Optional;

/**
 * Which event: no two of a deployment have the same.
 *
 * {@snippet :
 * void print(EventId id) {
 *     out.println(id.key()); // simple_example.1x0.streams.something_event
 *     out.println(id.path("api")); // /api/simple-example/1x0/streams/something-event
 * }
 * }
 *
 * @param app the application that it runs as
 * @param plugin the plugin that it is of, when it runs for an application
 * @param name in snake case: {@code streams.something_event}; a later stage has the name of its first step after it, as in
 *     {@code orders.place$check}
 */
public record EventId(App app, Optional<App> plugin, String name) {
    /** Between the name of an event and that of its stage. */
    public static final String STAGE = "$";

    /** {@code simple_example.1x0.streams.something_event}. */
    public String key() {
        return app.key() + plugin.map(p -> "." + p.key()).orElse("") + "." + name;
    }

    /** Its name, after the key of its plugin when it runs for an application: {@code basic_auth.1x0.login}. */
    public String nameInApp() {
        return plugin.map(p -> p.key() + ".").orElse("") + name;
    }

    /** {@code /api/simple-example/1x0/streams/something-event}; {@code area} is {@code api}. */
    public String path(String area) {
        return prefix(area) + Names.path(name.split("[.$]", -1));
    }

    /** What the paths of all events of the application, or of the plugin in it, begin with. */
    public String prefix(String area) {
        return Names.path(area, app.name(), app.version())
                + plugin.map(p -> Names.path(p.name(), p.version())).orElse("");
    }

    /** Another stage of the same event. */
    public EventId stage(String step) {
        return new EventId(app, plugin, name + STAGE + step);
    }
}
