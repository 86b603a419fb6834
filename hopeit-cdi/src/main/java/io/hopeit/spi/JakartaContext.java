package io.hopeit.spi;

import jakarta.enterprise.concurrent.ContextService;
import java.util.function.UnaryOperator;

/** Keeps Jakarta Concurrency in a class of its own, which is loaded only where a server has it. */
final class JakartaContext {
    private JakartaContext() {}

    static UnaryOperator<Runnable> of(Object contextService) {
        var contexts = (ContextService) contextService;
        return contexts::contextualRunnable;
    }
}
