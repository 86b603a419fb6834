package io.hopeit.spi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Gives work that no server has opened a request scope for one of its own. Thread-safe. */
@ApplicationScoped
public class RequestScopes {
    @Inject
    Instance<RequestContextController> controllers;

    /** Does the work inside of a request scope, which may be the one that there is. */
    public <T extends @Nullable Object> T during(Callable<T> work) throws Exception {
        try (var controller = controllers.getHandle()) {
            boolean activated = controller.get().activate();
            try {
                return work.call();
            } finally {
                if (activated) {
                    controller.get().deactivate();
                }
            }
        }
    }
}
