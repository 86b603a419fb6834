package io.hopeit.streams;

import io.hopeit.streams.spi.Broker;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the broker does not answer, or a consumer that should read has not for long. */
@Readiness
class StreamsReady extends StreamsHealth {
    @Inject
    Broker broker;

    @Override
    boolean isUp() {
        return broker.isReachable() && consumers.areReading();
    }
}
