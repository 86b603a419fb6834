package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListeners;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.Json;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.RequestTrace;
import io.hopeit.spi.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A container with the given beans and nothing else. */
record Deployed(WeldContainer container) implements AutoCloseable {

    /** As if there were transports for all events. */
    static EventsExtension served() {
        var events = new EventsExtension();
        events.serves(Trigger.Http.class);
        events.serves(Trigger.Read.class);
        return events;
    }

    static Weld weld(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtensions(served(), new io.smallrye.config.inject.ConfigExtension())
                .addBeanClasses(StepRunner.class, Deadlines.class, ManagedThreads.class, Json.class, StartupLog.class)
                .addBeanClasses(EventListeners.class, RequestScopes.class, OwnRuns.class, RequestTrace.class)
                .addBeanClasses(Setups.class, Services.class, SystemTime.class)
                .addBeanClasses(beans);
    }

    static Deployed of(Class<?>... beans) {
        return new Deployed(weld(beans).initialize());
    }

    /** The message of the one deployment error that these beans give. */
    static String problems(Class<?>... beans) {
        try (var deployed = of(beans)) {
            throw new AssertionError("deployed without a problem: " + deployed);
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    /** With this configuration, which is gone when it is deployed: it is read once. */
    static Deployed with(Map<String, String> configuration, Class<?>... beans) {
        return configured(configuration, () -> of(beans));
    }

    static String problemsWith(Map<String, String> configuration, Class<?>... beans) {
        return configured(configuration, () -> problems(beans));
    }

    private static <T> T configured(Map<String, String> configuration, Supplier<T> deploy) {
        configuration.forEach(System::setProperty);
        try {
            return deploy.get();
        } finally {
            configuration.keySet().forEach(System::clearProperty);
        }
    }

    <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    List<String> keys() {
        return catalogue().events().stream().map(event -> event.id().key()).toList();
    }

    /** The service of the event with this key. */
    EventLoop service(String key) {
        return get(Services.class).loops().stream()
                .filter(loop -> loop.event().id().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    EventCatalogue catalogue() {
        return get(EventCatalogue.class);
    }

    Object run(String event, Object payload) throws Exception {
        return run(event, payload, EventRunner.Arguments.NONE);
    }

    Object run(String event, Object payload, EventRunner.Arguments arguments) throws Exception {
        var definition = event(event);
        return get(EventRunner.class).run(definition, payload, arguments, context(definition));
    }

    static EventContext context(EventDefinition event) {
        return new EventContext(
                event.app(),
                event.id().plugin(),
                event.name(),
                new TrackIds(Map.of()),
                "AUTO",
                Identity.ANONYMOUS,
                Instant.now());
    }

    /** Of the application that configuration names. */
    EventDefinition event(String name) {
        return catalogue().event(catalogue().app().key() + "." + name);
    }

    @Override
    public void close() {
        container.close();
    }
}
