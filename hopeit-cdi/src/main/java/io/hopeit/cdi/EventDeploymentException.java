package io.hopeit.cdi;

import io.hopeit.spi.Problems;
import jakarta.enterprise.inject.spi.DeploymentException;

/** The one error that lists all mistakes of a deployment. It has no stack trace: the mistakes are not in our code. */
final class EventDeploymentException extends DeploymentException {
    private static final long serialVersionUID = 1;

    EventDeploymentException(Problems problems) {
        super(problems.toString());
        setStackTrace(new StackTraceElement[0]);
    }
}
