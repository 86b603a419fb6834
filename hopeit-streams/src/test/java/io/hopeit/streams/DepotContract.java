package io.hopeit.streams;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Rules that hold for the depot wherever its streams live. */
abstract class DepotContract {
    DepotApp app;

    /** Where that is. */
    protected abstract Map<String, String> config();

    void start(Map<String, String> config, Class<?>... more) {
        var all = new HashMap<>(config());
        all.putAll(config);
        app = DepotApp.with(all, more);
    }

    @AfterEach
    void stop() {
        app.close();
    }
}
