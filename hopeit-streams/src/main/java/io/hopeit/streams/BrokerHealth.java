package io.hopeit.streams;

import io.hopeit.streams.spi.Broker;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while streams are in use and their broker does not answer. It tells no more than that: anybody may ask. A bean only where there is health. */
@Readiness
class BrokerHealth implements HealthCheck {
    private static final String NAME = "hopeit-streams";

    @Inject
    StreamsExtension deployment;

    @Inject
    Broker broker;

    @Override
    public HealthCheckResponse call() {
        if (!deployment.isUsed()) {
            return new HealthCheckResponse(NAME, Status.UP, Optional.empty());
        }
        var status = broker.isReachable() ? Status.UP : Status.DOWN;
        return new HealthCheckResponse(NAME, status, Optional.empty());
    }
}
