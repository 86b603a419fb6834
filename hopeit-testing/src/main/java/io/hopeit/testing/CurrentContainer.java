package io.hopeit.testing;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import java.util.Comparator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** What {@code CDI.current()} is: the test's container while there is one, whatever else is on the class path. */
final class CurrentContainer implements CDIProvider {
    private static final CurrentContainer INSTANCE = new CurrentContainer();
    private static final String WELD_SE = "org.jboss.weld.environment.se.";

    private volatile boolean starting;
    private volatile @Nullable CDI<Object> container;

    private CurrentContainer() {}

    static void starts() {
        INSTANCE.starting = true;
        CDI.setCDIProvider(INSTANCE);
    }

    static void is(CDI<Object> container) {
        INSTANCE.container = container;
    }

    static void ends() {
        INSTANCE.container = null;
        INSTANCE.starting = false;
    }

    @Override
    public CDI<Object> getCDI() {
        var current = container;
        return current == null ? other().getCDI() : current;
    }

    private CDIProvider other() {
        return ServiceLoader.load(CDIProvider.class).stream()
                .filter(provider -> !starting || provider.type().getName().startsWith(WELD_SE))
                .map(ServiceLoader.Provider::get)
                .max(Comparator.comparingInt(CDIProvider::getPriority))
                .orElseThrow(() -> new IllegalStateException("there is no container"));
    }

    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }
}
