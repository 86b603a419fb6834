package io.hopeit.spi;

import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * What observers of the application are told of request scopes: nothing is told, and nothing looked up, where there are
 * none.
 */
record ScopeEvents(
        Optional<Event<Object>> initialized,
        Optional<Event<Object>> beforeDestroyed,
        Optional<Event<Object>> destroyed) {
    private static final String WHAT = "a run of hopeit";

    static ScopeEvents of(BeanManager beans) {
        return new ScopeEvents(
                find(Initialized.Literal.REQUEST, beans),
                find(BeforeDestroyed.Literal.REQUEST, beans),
                find(Destroyed.Literal.REQUEST, beans));
    }

    private static Optional<Event<Object>> find(Annotation what, BeanManager beans) {
        return beans.resolveObserverMethods(WHAT, what).isEmpty()
                ? Optional.empty()
                : Optional.of(beans.getEvent().select(what));
    }

    void begin() {
        initialized.ifPresent(ScopeEvents::tell);
    }

    void end() {
        beforeDestroyed.ifPresent(ScopeEvents::tell);
    }

    void ended() {
        destroyed.ifPresent(ScopeEvents::tell);
    }

    private static void tell(Event<Object> event) {
        Watches.tell(event, e -> e.fire(WHAT));
    }
}
