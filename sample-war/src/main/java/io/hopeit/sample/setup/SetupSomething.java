package io.hopeit.sample.setup;

import io.hopeit.SetupEvent;
import io.hopeit.sample.storage.Workplace;
import jakarta.inject.Inject;
import java.io.IOException;

/** Makes what the other events need, once, before they run. */
@SetupEvent("setup-something")
public class SetupSomething {
    @Inject
    Workplace workplace;

    void runOnce() throws IOException {
        workplace.prepare();
    }
}
