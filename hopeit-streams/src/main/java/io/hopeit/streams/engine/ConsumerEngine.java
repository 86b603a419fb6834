package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.engine.Verdict.Rejected;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.ShardOwnership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Consumes the streams of one event: reads ahead, lets workers work, acknowledges, keeps what is in work from others,
 * takes over what others have left, tries again, gives up. Thread-safe; nothing here waits.
 *
 * <p>It has no thread: somebody calls {@link #tick()} some ten times a second, and workers call {@link #first()} and
 * {@link #finish}.
 *
 * {@snippet :
 * ConsumerEngine consume(EngineSettings settings, Ports ports, Broker broker) {
 *     var member = broker.join(List.of("shop.1x0.orders"), settings.group(), "consumer-1", true);
 *     var engine = new ConsumerEngine(settings, ports, List.of(member));
 *     engine.resume();
 *     return engine; // to be ticked ten times a second
 * }
 *
 * void work(ConsumerEngine engine) {
 *     for (var delivery = engine.first(); delivery != null; delivery = engine.finish(delivery, Verdict.DONE)) {
 *         handle(delivery.entry());
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class ConsumerEngine {
    private final LongSupplier clock;
    private final Core core;
    private final List<Intake> intakes;
    /** How many streams there are. */
    private final int keys;

    private final Vitals vitals;
    private final Leases leases;
    private final Settlements settlements;
    private final Turns turns;
    private final @Nullable ShardKeeper keeper;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private boolean stopping;
    private boolean abandoning;

    /** Of these members of one group, each for streams of its own; it begins with {@link #resume()}. */
    public ConsumerEngine(EngineSettings settings, Ports ports, List<GroupMember> members) {
        this(settings, ports, List.of(members), null);
    }

    /** As above, but each shard has members of its own, and is read only while it is owned. */
    public ConsumerEngine(
            EngineSettings settings, Ports ports, List<List<GroupMember>> shards, @Nullable ShardOwnership ownership) {
        this.clock = ports.millis();
        this.core = new Core(settings, ports);
        var byShard = shards.stream()
                .map(members ->
                        members.stream().map(member -> new Intake(core, member)).toList())
                .toList();
        this.intakes = byShard.stream().flatMap(List::stream).toList();
        this.keys = intakes.stream()
                .mapToInt(intake -> intake.member().keys().size())
                .sum();
        this.vitals = new Vitals(core, intakes);
        var endings = new Endings(core);
        this.leases = new Leases(core, endings);
        this.settlements = new Settlements(core, leases, endings);
        this.turns = new Turns(core, settlements, leases);
        endings.takeBack(turns::takeBack);
        this.keeper = ownership == null ? null : new ShardKeeper(core, ownership, byShard, settlements::release);
        core.afterwards(this::look);
    }

    /** Reads, from now on. */
    public void resume() {
        core.change(() -> {
            core.paused = false;
            open(!stopping);
        });
    }

    /** Reads no more for now; what has been read is worked on, and what a read still brings waits until it is resumed. */
    public void pause() {
        core.change(() -> {
            core.paused = keeper == null; // a shard is given up, and what it still brings is worked on before
            open(false);
        });
    }

    private void open(boolean isOpen) {
        if (keeper == null) {
            intakes.forEach(intake -> {
                intake.open(isOpen);
                intake.recover(isOpen);
            });
        } else {
            keeper.want(isOpen);
        }
    }

    /** Reads no more; the stage ends when all that has been read has ended. */
    public CompletionStage<Void> stop() {
        core.change(() -> {
            stopping = true;
            core.paused = false;
            open(false);
            intakes.forEach(intake -> intake.recovery().stop());
            core.inFlight.all().stream()
                    .filter(delivery -> delivery.state() == State.HELD)
                    .forEach(settlements::release);
        });
        return drained;
    }

    /** Waits no longer: what has not begun is given back, what has is interrupted. Returns how many have begun. */
    public int abandon() {
        return core.change(() -> {
            abandoning = true;
            turns.abandon();
            turns.takeBack();
            var begun = new ArrayList<Delivery>();
            for (Delivery delivery : core.inFlight.all()) {
                switch (delivery.state()) { // one may have gone with another of its line
                    case WAITING -> settlements.release(delivery);
                    case RUNNING -> begun.add(delivery);
                    case HELD, SETTLING -> {} // on their way already
                }
            }
            begun.forEach(delivery -> core.later(() -> core.ports.workers().interrupt(delivery)));
            return begun.size();
        });
    }

    /** Leaves the group: whatever is still ours is given back. */
    public CompletionStage<Void> leave() {
        var idle = core.settings.lease().idle();
        var leaving = intakes.stream()
                .flatMap(intake -> intake.recovery().keys().stream()
                        .map(key -> intake.member().leave(key, idle).thenAccept(this::released)))
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new);
        var left = CompletableFuture.allOf(leaving);
        return keeper == null ? left : left.thenCompose(done -> keeper.leave().thenAccept(gone -> {}));
    }

    private void released(long count) {
        core.change(() -> core.count(Count.RELEASED, count));
    }

    /** For a worker that begins: the first entry to work on; null when there is nothing to do, and it is to end. */
    public @Nullable Delivery first() {
        return core.change(turns::first);
    }

    /** How the work on an entry has ended; returns the next one, or null when the worker is to end. */
    public @Nullable Delivery finish(Delivery delivery, Verdict verdict) {
        var hand = delivery.hand();
        var next = verdict instanceof Verdict.Done && hand != null ? hand.next(clock.getAsLong()) : null;
        return next != null ? next : back(delivery, verdict);
    }

    private @Nullable Delivery back(Delivery delivery, Verdict verdict) {
        return core.change(() -> {
            turns.back(delivery);
            boolean isDone = verdict instanceof Verdict.Done || verdict instanceof Rejected;
            settlements.settle(delivery, abandoning && !isDone ? Verdict.GIVEN_UP : verdict, stopping);
            return turns.after(delivery);
        });
    }

    /** Whether an entry still belongs to this consumer; asks the broker only when somebody may have taken it. */
    public CompletionStage<Boolean> isOurs(Delivery delivery) {
        long asked = clock.getAsLong();
        if (delivery.isLost() || asked < leases.sureUntil(delivery)) {
            return CompletableFuture.completedFuture(!delivery.isLost());
        }
        var entry = delivery.entry();
        return delivery.intake()
                .member()
                .extend(entry.key(), List.of(entry.id()))
                .thenApply(owned -> {
                    boolean isOurs = owned.contains(entry.id());
                    if (isOurs) {
                        delivery.leased(asked);
                    }
                    return isOurs;
                });
    }

    /** Does what has become due. */
    public void tick() {
        core.change(() -> {
            turns.takeBack();
            core.pace.measure(core.now());
            leases.renew(intakes);
            settlements.retry();
            if (keeper != null) {
                keeper.tick();
            }
            for (Intake intake : intakes) {
                intake.endIfClosed();
                if (intake.isRecovering() && !stopping) {
                    // before a shard is read, all is gathered that its last owner has left: ids only
                    int room = intake.isOpen() ? limit() - core.inFlight.count() : Integer.MAX_VALUE;
                    intake.recovery().look(room);
                }
            }
        });
    }

    /** What follows from any change. */
    private void look() {
        turns.look(); // first, as somebody may wait for what it starts
        if (!stopping) {
            takeAndRead();
        }
        settlements.acknowledge(core.pace.isBrisk() && turns.haveMore());
        if (stopping && core.inFlight.count() == 0 && core.expected == 0) {
            core.later(() -> drained.complete(null));
        }
    }

    private void takeAndRead() {
        for (Intake intake : intakes) {
            int room = room(core.settings.limits().entries());
            if (intake.isOpen()) {
                intake.recovery().goOn(limit() - core.inFlight.count());
            }
            boolean isShort = intake.isOpen() && intake.recovery().take(room);
            if (isShort && intake.isWaiting() && core.inFlight.count() < limit()) {
                intake.wake(); // it keeps room for what may never come
            }
            intake.read(share(), room(Math.max(core.settings.limits().entries(), keys)));
        }
    }

    /** What may be in flight at the moment. */
    private int limit() {
        int limit = Math.min(core.settings.limits().entries(), core.settings.concurrency() + core.pace.ahead());
        return Math.max(limit, keys);
    }

    /** What may still come, whatever reads that are on their way will bring. */
    private int room(int most) {
        return most - core.inFlight.count() - core.expected;
    }

    /** What one more read should bring; none takes it all when there are several, and none waits for those that wait. */
    private int share() {
        int limit = limit();
        return Math.min(limit - core.inFlight.count(), Math.max(limit / intakes.size(), 1));
    }

    /** How many entries are in flight. */
    public int inFlight() {
        return core.change(core.inFlight::count);
    }

    /** Why nothing can be read at the moment, if so. */
    public Optional<Throwable> failure() {
        return core.change(() -> vitals.failure()
                .or(() -> Optional.ofNullable(keeper).flatMap(shards -> Optional.ofNullable(shards.failure()))));
    }

    /** How long ago the last read ended well, in ms; zero while one goes on. Of several, the one that is worst off. */
    public long millisSinceRead() {
        return core.change(vitals::millisSinceRead);
    }

    /** How long it has not read though it should have, in ms; zero while it is held up by work, or by a retry to come. */
    public long millisStalled() {
        return core.change(() -> Math.max(vitals.millisStalled(), keeper == null ? 0 : keeper.silence()));
    }

    /** Whether all that it reads has been read once, so that the groups exist; not when it reads nothing. */
    public boolean hasRead() {
        return core.change(vitals::hasRead);
    }
}
