package io.hopeit.streams;

import io.hopeit.Order;
import io.hopeit.config.StreamSettings.StartFrom;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.streams.engine.ConsumerEngine;
import io.hopeit.streams.engine.Delivery;
import io.hopeit.streams.engine.EngineSettings;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.GroupMember;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The consumer of one event, from one start to its stop: gives the engine threads, and the events' work to do. */
final class Consumer implements Ports.Workers, AutoCloseable {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Worker worker;
    private final ManagedThreads threads;
    private final List<GroupMember> members;
    private final ConsumerEngine engine;
    private final StandingsPoll poll;
    private final ConsumerStats stats;
    private final String name;
    private final Set<Workplace> workplaces = ConcurrentHashMap.newKeySet();
    private @Nullable CompletionStage<Void> drained;

    /** Where it lives. */
    record Platform(ManagedThreads threads, AppTime time) {}

    Consumer(Worker worker, Broker broker, String name, Platform platform, ConsumerStats stats) {
        this.worker = worker;
        this.threads = platform.threads();
        this.name = name;
        this.stats = stats;
        var read = worker.read();
        boolean fromNow = read.stream().settings().consume().startFrom() == StartFrom.NOW;
        var shards = worker.shards().stream()
                .map(keys -> broker.readable(keys).stream()
                        .map(some -> broker.join(some, read.group(), name, fromNow))
                        .toList())
                .toList();
        this.members = shards.stream().flatMap(List::stream).toList();
        var ports = new Ports(
                () -> platform.time().nanos() / 1_000_000,
                platform.time()::now,
                () -> ThreadLocalRandom.current().nextLong(),
                arrival -> threads.background(threadName(), arrival),
                this,
                worker.lines(),
                stats);
        var stream = read.stream().settings();
        boolean isOwned = stream.shards() > 1 || read.lanes().order() == Order.STREAM;
        var ownership = isOwned ? broker.shards(stream.key(), read.group(), name) : null;
        this.engine = new ConsumerEngine(settings(worker), ports, shards, ownership);
        this.poll = new StandingsPoll(members, stats.standings());
        stats.begin();
    }

    private static EngineSettings settings(Worker worker) {
        var read = worker.read();
        var consume = read.stream().settings().consume();
        boolean isSerial = read.lanes().order() == Order.STREAM;
        return new EngineSettings(
                read.group(),
                isSerial ? worker.keys().size() : read.lanes().concurrency(),
                consume.batchSize(),
                consume.block(),
                new EngineSettings.Limits(
                        consume.inFlight().messages(), consume.inFlight().bytes()),
                new EngineSettings.Lease(
                        consume.claimIdle(),
                        consume.consumerExpiry(),
                        worker.event().settings().timeout().plus(consume.claimIdle())),
                read.policy(),
                read.lanes().order() != Order.NONE);
    }

    private String threadName() {
        return "hopeit-" + worker.event().name();
    }

    ConsumerEngine engine() {
        return engine;
    }

    /** What it is called in its group. */
    String name() {
        return name;
    }

    /** Does what has become due, and does not wait. For one thread. */
    void tick() {
        engine.tick();
        if (engine.hasRead()) {
            stats.join();
        }
        if (engine.failure().isEmpty()) {
            poll.tick();
        }
    }

    @Override
    public void startOne() {
        threads.background(threadName(), this::work);
    }

    /** One after another, until there is nothing to do. */
    private void work() {
        var workplace = new Workplace();
        workplaces.add(workplace);
        try {
            var delivery = engine.first();
            while (delivery != null) {
                delivery = engine.finish(delivery, work(delivery, workplace));
            }
        } finally {
            workplaces.remove(workplace);
        }
    }

    private Verdict work(Delivery delivery, Workplace workplace) {
        workplace.begin(delivery);
        try {
            return worker.work(delivery.entry(), delivery.seen(), () -> isOurs(delivery));
        } catch (Throwable e) { // nothing may end a worker and leave its entry behind
            return new Verdict.Failed(e);
        } finally {
            workplace.end();
        }
    }

    private boolean isOurs(Delivery delivery) {
        try {
            return engine.isOurs(delivery).toCompletableFuture().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false; // nobody knows, so it is not ours to publish
        }
    }

    @Override
    public void interrupt(Delivery delivery) {
        workplaces.forEach(workplace -> workplace.interrupt(delivery));
    }

    /** Why it cannot read at the moment, if it cannot. */
    Optional<String> failure() {
        return engine.failure().map(failure -> String.valueOf(failure.getMessage()));
    }

    /** Reads no more; what has been read is worked on. */
    void stop() {
        drained = engine.stop();
    }

    /** Waits until what has been read is done; at the deadline what has not begun is given back, and the rest interrupted. */
    void drain(Deadline deadline) throws InterruptedException {
        if (!isDrained(deadline)) {
            int begun = engine.abandon();
            if (begun > 0) {
                LOG.log(Level.WARNING, () -> "%s: messages that are not done in time and are interrupted: %d"
                        .formatted(worker.event().name(), begun));
            }
        }
    }

    /** Waits until what has been interrupted has ended, and gives back what is left. */
    void settle(Deadline deadline) throws InterruptedException {
        if (!isDrained(deadline)) {
            LOG.log(
                    Level.WARNING,
                    "{0}: messages that have not ended, or could not be acknowledged: {1}",
                    worker.event().name(),
                    engine.inFlight());
        }
        isDone(engine.leave(), deadline);
    }

    private boolean isDrained(Deadline deadline) throws InterruptedException {
        var end = drained;
        return end == null || isDone(end, deadline);
    }

    private static boolean isDone(CompletionStage<Void> stage, Deadline deadline) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            stage.toCompletableFuture().get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "not done", e);
            return false;
        }
    }

    @Override
    public void close() {
        members.forEach(GroupMember::close);
    }
}
