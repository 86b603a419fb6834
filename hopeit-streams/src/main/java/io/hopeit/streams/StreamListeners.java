package io.hopeit.streams;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds who listens, if anybody does. Thread-safe. */
@Dependent
class StreamListeners {
    private final StreamListener listener;

    @Inject
    StreamListeners(Instance<StreamListener> found) {
        this.listener = found.isResolvable() ? found.get() : StreamListener.NONE;
    }

    StreamListener get() {
        return listener;
    }
}
