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

    /** Runs tasks in the context of the thread that calls this, now. */
    static UnaryOperator<Runnable> captured(Object contextService) {
        var captured = ((ContextService) contextService).currentContextExecutor();
        return task -> () -> captured.execute(task);
    }
}
