package io.hopeit.cdi;

import io.hopeit.App;
import io.hopeit.config.Names;
import io.hopeit.config.SettingsReader;
import io.hopeit.spi.Problems;
import io.hopeit.spi.StreamDefinition;

/** The streams that a deployment names. */
record Streams(App app, SettingsReader settings, Problems problems) {

    StreamDefinition define(Class<?> where, String name) {
        if (!Names.isName(name)) {
            problems.add(
                    where,
                    "\"%s\" is not a stream's name; use letters and digits, joined by dots, dashes or underscores.",
                    name);
            return define(where, "invalid");
        }
        var snake = Names.snake(name);
        return new StreamDefinition(snake, settings.stream(snake, app.key() + "." + snake));
    }
}
