package io.hopeit.streams;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Worker.Services;
import io.hopeit.streams.spi.Broker;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts a consumer for each event that reads a stream, last of all, so that a start that fails elsewhere has begun
 * none; and stops them before the application's beans go.
 */
@ApplicationScoped
class Consumers implements EventLoops {
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
    StreamPublisher publisher;

    @Inject
    ManagedThreads threads;

    @Inject
    AppTime time;

    @Inject
    StreamListeners listeners;

    private final List<ConsumerLoop> consumers = new ArrayList<>();
    private volatile @Nullable Heartbeat heartbeat;

    @PostConstruct
    void find() {
        if (deployment.isUsed()) {
            var name = ConsumerName.unique(catalogue.app());
            catalogue.events().stream()
                    .filter(event -> event.trigger() instanceof Trigger.Read)
                    .forEach(event -> consumers.add(loop(event, (Trigger.Read) event.trigger(), name)));
        }
    }

    private ConsumerLoop loop(EventDefinition event, Trigger.Read read, String consumerName) {
        boolean publishes = !deployment.written().isEmpty()
                || catalogue.events().stream().anyMatch(any -> any.output().isPresent());
        var services =
                new Services(runs, new Contexts(catalogue, time), time, publishes ? publisher.ownership() : null);
        var worker = new Worker(event, read, MessageTypes.of(event), codec, services);
        var stats = new ConsumerStats(event, read, listeners.get());
        return new ConsumerLoop(
                event,
                () -> new Consumer(worker, broker, consumerName, new Consumer.Platform(threads, time), stats),
                deployment.streams().drainTimeout(),
                new StreamDeadLetters(broker, worker.keys(), read.group()),
                stats);
    }

    @Override
    public List<EventLoop> loops() {
        return List.copyOf(consumers);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(Integer.MAX_VALUE - 1) Object start) {
        if (!deployment.isUsed()) {
            return;
        }
        listeners.get().begins(consumers);
        broker.address(); // opens it, so that it is connected when the first message is published
        if (consumers.isEmpty()) {
            return;
        }
        heartbeat = new Heartbeat(consumers, threads, time);
        if (deployment.streams().start()) {
            try {
                consumers.forEach(ConsumerLoop::start);
            } catch (RuntimeException e) {
                stop(start); // nobody else would: the container does not destroy what has not started
                throw e;
            }
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stop) {
        consumers.forEach(ConsumerLoop::end);
        var deadline = Deadline.in(deployment.streams().drainTimeout());
        try {
            for (ConsumerLoop consumer : consumers) {
                consumer.drain(deadline);
            }
            var end = Deadline.in(GRACE);
            for (ConsumerLoop consumer : consumers) {
                consumer.close(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            var beating = heartbeat;
            if (beating != null) {
                beating.close();
            }
        }
    }

    /** Whether the groups of all that have started exist. */
    boolean haveJoined() {
        return consumers.stream().allMatch(ConsumerLoop::hasJoined);
    }

    /** Whether all read that should. */
    boolean areReading() {
        return consumers.stream().noneMatch(ConsumerLoop::isStalled);
    }

    /** Whether what drives them is alive. */
    boolean areAlive() {
        var beating = heartbeat;
        return beating == null || beating.isAlive();
    }
}
