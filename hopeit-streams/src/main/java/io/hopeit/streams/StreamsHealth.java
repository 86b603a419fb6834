package io.hopeit.streams;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/** One kind of health of streams. It tells no more than UP or DOWN: anybody may ask. A bean only where there is health. */
abstract class StreamsHealth implements HealthCheck {
    private static final String NAME = "hopeit-streams";

    @Inject
    StreamsExtension deployment;

    @Inject
    Consumers consumers;

    /** Asked only where streams are in use. */
    abstract boolean isUp();

    @Override
    public HealthCheckResponse call() {
        var status = !deployment.isUsed() || isUp() ? Status.UP : Status.DOWN;
        return new HealthCheckResponse(NAME, status, Optional.empty());
    }
}
