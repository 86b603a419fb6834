package io.hopeit.streams.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.engine.ConsumerEngine;
import io.hopeit.streams.engine.Delivery;
import io.hopeit.streams.engine.EngineListener;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A process with one consumer, which can be frozen and can die at any moment. */
final class SimConsumer implements Ports.Workers {
    private static final long TICK = 100;

    private final SimWorld world;
    private final String name;
    private final ConsumerEngine engine;
    private final RandomGenerator random;
    private final Set<Delivery> working = new HashSet<>();
    private boolean alive = true;
    private boolean leaving;
    private long frozenUntil;

    SimConsumer(SimWorld world, Faults faults, String name) {
        this.world = world;
        this.name = name;
        this.random = world.random();
        Ports.Lines lines = world.settings().isOrdered() ? SimConsumer::line : Ports.Lines.NONE;
        var ports =
                new Ports(world.time()::now, world.time(), random, Runnable::run, this, lines, new EngineListener() {});
        if (world.isSharded()) {
            var shards = SimWorld.KEYS.stream()
                    .map(key -> List.<GroupMember>of(new SimMember(world, faults, List.of(key), name, this::after)))
                    .toList();
            var ownership = new SimMember(world, faults, List.of(), name, this::after).shards();
            this.engine = new ConsumerEngine(world.settings(), ports, shards, ownership);
        } else {
            var member = new SimMember(world, faults, SimWorld.KEYS, name, this::after);
            this.engine = new ConsumerEngine(world.settings(), ports, List.of(member));
        }
        engine.resume();
        tick();
    }

    static Ports.Line line(Entry entry) {
        var message = message(entry);
        return new Ports.Line(entry.key() + message.charAt(message.length() - 1), null);
    }

    static String message(Entry entry) {
        return new String(entry.fields().getOrDefault("payload", new byte[0]), UTF_8);
    }

    /** What happens in this process, unless it has died; later, while it is frozen. */
    private void after(long millis, Runnable action) {
        world.time().after(millis, () -> {
            if (alive && world.time().now() < frozenUntil) {
                after(frozenUntil - world.time().now(), action);
            } else if (alive) {
                action.run();
            }
        });
    }

    private void tick() {
        engine.tick();
        if (engine.inFlight() > world.settings().limits().entries()) {
            world.ledger().violated(name + " has too much in flight: " + engine.inFlight());
        }
        after(TICK, this::tick);
    }

    boolean isAlive() {
        return alive;
    }

    boolean isLeaving() {
        return leaving;
    }

    void freeze(long millis) {
        frozenUntil = world.time().now() + millis;
    }

    void die() {
        alive = false;
        world.ledger().died(name);
    }

    /** Reads nothing new for a while. */
    void nap(long millis) {
        engine.pause();
        after(millis, () -> {
            if (!leaving) {
                engine.resume();
            }
        });
    }

    /** Ends as a process should that is told to. */
    void stop(long patience) {
        leaving = true;
        var drained = engine.stop();
        drained.thenRun(this::leave);
        after(patience, () -> {
            if (!drained.toCompletableFuture().isDone()) {
                engine.abandon();
                after(200, this::leave);
            }
        });
    }

    private void leave() {
        engine.leave().whenComplete((done, failure) -> die());
    }

    @Override
    public void startOne() {
        after(random.nextLong(0, 2), () -> work(engine.first()));
    }

    private void work(@Nullable Delivery delivery) {
        if (delivery == null) {
            return;
        }
        var message = message(delivery.entry());
        world.ledger().begins(message, name, world.isExclusive());
        working.add(delivery);
        boolean isKiller = message.startsWith("k");
        after(duration(), () -> {
            if (isKiller) {
                die();
            } else {
                end(delivery, message);
            }
        });
    }

    /** Most work is quick, and some takes much longer than others wait for a sign of life. */
    private long duration() {
        if (random.nextInt(20) == 0) {
            return random.nextLong(3 * world.settings().lease().idle().toMillis());
        }
        return world.isBusy() && random.nextInt(4) > 0 ? 0 : random.nextLong(20);
    }

    private void end(Delivery delivery, String message) {
        if (working.remove(delivery)) {
            world.ledger().ends(message, name);
            work(engine.finish(delivery, verdict(message)));
        }
    }

    private Verdict verdict(String message) {
        return switch (message.charAt(0)) {
            case 'p' -> new Verdict.Failed(new IllegalStateException("never"));
            case 't' ->
                world.ledger().begun(message) <= 2
                        ? new Verdict.Failed(new IllegalStateException("not yet"))
                        : processed(message);
            case 'u' ->
                random.nextBoolean() ? new Verdict.Unavailable(new IllegalStateException("busy")) : processed(message);
            case 'r' -> new Verdict.Rejected("unreadable", "no message");
            default -> processed(message);
        };
    }

    private Verdict processed(String message) {
        world.ledger().processed(message);
        return Verdict.DONE;
    }

    /** The work ends there and then. */
    @Override
    public void interrupt(Delivery delivery) {
        after(0, () -> {
            if (working.remove(delivery)) {
                world.ledger().ends(message(delivery.entry()), name);
                work(engine.finish(delivery, new Verdict.Failed(new InterruptedException())));
            }
        });
    }
}
