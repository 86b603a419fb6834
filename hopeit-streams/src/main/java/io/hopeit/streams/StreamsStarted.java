package io.hopeit.streams;

import org.eclipse.microprofile.health.Startup;

/** Started when the group of each consumer exists. */
@Startup
class StreamsStarted extends StreamsHealth {
    @Override
    boolean isUp() {
        return consumers.haveJoined();
    }
}
