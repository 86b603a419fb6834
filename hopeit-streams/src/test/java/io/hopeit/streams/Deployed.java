package io.hopeit.streams;

import io.hopeit.cdi.EventsExtension;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.spi.Broker;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An application with these beans and this configuration, found and started as in production. */
record Deployed(WeldContainer container, Map<String, String> config) implements AutoCloseable {

    /** As if requests were answered, too. */
    private static final class Requests implements Extension {
        void serve(@Observes AfterTypeDiscovery discovery, BeanManager beans) {
            beans.getExtension(EventsExtension.class).serves(Trigger.Http.class);
        }
    }

    static Deployed with(Map<String, String> config, Class<?>... beans) {
        config.forEach(System::setProperty);
        try {
            return new Deployed(
                    new Weld()
                            .addExtensions(new Requests())
                            .addBeanClasses(beans)
                            .initialize(),
                    config);
        } catch (RuntimeException e) {
            config.keySet().forEach(System::clearProperty);
            throw e;
        }
    }

    /** The message of the one deployment error that these beans give. */
    static String problems(Class<?>... beans) {
        try (var deployed = with(Map.of("hopeit.streams.broker", "memory"), beans)) {
            throw new AssertionError("deployed without a problem: " + deployed);
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    <T> T get(Class<T> type, Annotation... qualifiers) {
        return container.select(type, qualifiers).get();
    }

    Broker broker() {
        return get(Broker.class);
    }

    @Override
    public void close() {
        container.close();
        config.keySet().forEach(System::clearProperty);
    }
}
