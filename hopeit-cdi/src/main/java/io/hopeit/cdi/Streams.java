package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.config.Names;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.Problems;
import io.hopeit.spi.StreamDefinition;

/** The streams that a deployment names. */
record Streams(SettingsReader settings, Problems problems) {

    StreamDefinition define(Class<?> where, App app, String name) {
        if (!Names.isName(name)) {
            problems.add(
                    where,
                    "\"%s\" is not a stream's name; use letters and digits, joined by dots, dashes or underscores.",
                    name);
            return define(where, app, "invalid");
        }
        return define(app, Names.snake(name));
    }

    /** The stream that a stage of an event writes. */
    StreamDefinition define(App app, String snake) {
        return new StreamDefinition(snake, settings.stream(snake, app.key() + "." + snake));
    }
}
