package io.hopeit.cdi;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Trigger;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Runs services from when everything else has started until the application stops. */
@ApplicationScoped
class Services implements EventLoops {
    private static final Logger LOG = System.getLogger("io.hopeit.services");

    @Inject
    EventCatalogue catalogue;

    @Inject
    EventsExtension deployment;

    @Inject
    EventRunner runner;

    @Inject
    OwnRuns runs;

    @Inject
    ManagedThreads threads;

    @Inject
    AppTime time;

    private List<ServiceRun> services = List.of();
    private List<ServiceRun.Turn> ending = List.of();

    @PostConstruct
    void find() {
        var patience = deployment.settings().streams().drainTimeout();
        services = catalogue.events().stream()
                .filter(event -> event.trigger() instanceof Trigger.Service)
                .map(event -> new ServiceRun(event, new ServiceRun.Tools(runner, runs, threads, time), patience))
                .toList();
    }

    @Override
    public List<EventLoop> loops() {
        return List.copyOf(services);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(Integer.MAX_VALUE) Object start) {
        if (deployment.settings().streams().start()) {
            services.forEach(ServiceRun::start);
        } else if (!services.isEmpty()) {
            LOG.log(Level.INFO, "services wait to be started, as hopeit.streams.start says");
        }
    }

    /** All at once, before anybody waits for other work to end. */
    void end(
            @Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE)
                    Object stop) {
        ending = services.stream().flatMap(service -> service.end().stream()).toList();
    }

    /** After consumers have ended: the time of both begins together. */
    void await(
            @Observes @BeforeDestroyed(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
                    Object stop) {
        try {
            ServiceRun.await(ending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
