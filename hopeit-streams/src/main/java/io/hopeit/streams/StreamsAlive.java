package io.hopeit.streams;

import org.eclipse.microprofile.health.Liveness;

/** Alive as long as consumers are driven. The broker has no part in it: a restart of this application would not help. */
@Liveness
class StreamsAlive extends StreamsHealth {
    @Override
    boolean isUp() {
        return consumers.areAlive();
    }
}
