package io.hopeit.streams;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Worker.Services;
import io.hopeit.streams.spi.Broker;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a consumer for each event that reads a stream, last of all, so that a start that fails elsewhere has begun
 * none; and stops them before the application's beans go.
 */
@ApplicationScoped
class Consumers {
    /** For work to end after an interrupt, and for acknowledgements to be answered. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    @Inject
    StreamsExtension deployment;

    @Inject
    EventCatalogue catalogue;

    @Inject
    Broker broker;

    @Inject
    MessageCodec codec;

    @Inject
    Runs runs;

    @Inject
    ManagedThreads threads;

    private final List<Consumer> consumers = new ArrayList<>();

    synchronized void start(@Observes @Initialized(ApplicationScoped.class) @Priority(Integer.MAX_VALUE) Object start) {
        if (!deployment.isUsed() || !consumers.isEmpty()) {
            return;
        }
        broker.address(); // opens it, so that it is connected when the first message is published
        if (deployment.streams().start()) {
            var name = ConsumerName.unique(catalogue.app());
            try {
                catalogue.events().forEach(event -> start(event, name));
            } catch (RuntimeException e) {
                stop(start); // nobody else would: the container does not destroy what has not started
                throw e;
            }
        }
    }

    private void start(EventDefinition event, String consumerName) {
        if (event.trigger() instanceof Trigger.Read read) {
            var services = new Services(runs, new Contexts(catalogue));
            var worker = new Worker(event, read, MessageTypes.of(event), codec, services);
            var consumer = new Consumer(worker, broker.reader(worker.keys(), read.group(), consumerName), threads);
            consumers.add(consumer);
            consumer.start();
        }
    }

    synchronized void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stop) {
        consumers.forEach(Consumer::stop);
        var deadline = Deadline.in(deployment.streams().drainTimeout());
        try {
            for (Consumer consumer : consumers) {
                consumer.drain(deadline);
            }
            var end = Deadline.in(GRACE);
            for (Consumer consumer : consumers) {
                consumer.settle(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            consumers.forEach(Consumer::close);
            consumers.clear();
        }
    }
}
