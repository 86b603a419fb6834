package io.hopeit.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Intercepted;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Has each method of an event do what it is told to; inside of all others, so that they see what comes of it. */
@Interceptor
@Controlled
@Priority(Integer.MAX_VALUE)
class StepControlInterceptor {
    private final StepControls controls;
    private final Bean<?> event;

    @Inject
    StepControlInterceptor(StepControls controls, @Intercepted Bean<?> event) {
        this.controls = controls;
        this.event = event;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        return controls.around(event.getBeanClass(), call);
    }
}
