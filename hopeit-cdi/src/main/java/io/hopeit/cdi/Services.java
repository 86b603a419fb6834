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
import java.util.List;

/** Runs services from when everything else has started until the application stops. */
@ApplicationScoped
class Services implements EventLoops {
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
        }
    }

    /** All at once, and then waits for each. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stop) {
        var ending =
                services.stream().flatMap(service -> service.end().stream()).toList();
        try {
            for (ServiceRun.Turn service : ending) {
                service.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
