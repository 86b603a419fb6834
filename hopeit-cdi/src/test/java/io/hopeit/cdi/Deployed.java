package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventListeners;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.Json;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.RequestTrace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A container with the given beans and nothing else. */
record Deployed(WeldContainer container) implements AutoCloseable {

    static Weld weld(Class<?>... beans) {
        return new Weld()
                .disableDiscovery()
                .addExtensions(new EventsExtension(), new io.smallrye.config.inject.ConfigExtension())
                .addBeanClasses(StepRunner.class, Deadlines.class, ManagedThreads.class, Json.class, StartupLog.class)
                .addBeanClasses(EventListeners.class, RequestScopes.class, OwnRuns.class, RequestTrace.class)
                .addBeanClasses(Setups.class, Services.class)
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

    EventCatalogue catalogue() {
        return container.select(EventCatalogue.class).get();
    }

    Object run(String event, Object payload) throws Exception {
        return run(event, payload, EventRunner.Arguments.NONE);
    }

    Object run(String event, Object payload, EventRunner.Arguments arguments) throws Exception {
        var definition = event(event);
        var context = new EventContext(
                definition.app(),
                Optional.empty(),
                event,
                new TrackIds(Map.of()),
                "AUTO",
                Identity.ANONYMOUS,
                Instant.now());
        return container.select(EventRunner.class).get().run(definition, payload, arguments, context);
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
