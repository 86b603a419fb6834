package io.hopeit.streams.engine;

import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.GroupStats;
import io.hopeit.streams.spi.ShardOwnership;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads those shards of a stream that this consumer owns: its fair share of them. A shard that was another's is read only
 * when all that the other had begun has been done again. Guarded by the engine.
 */
final class ShardKeeper {
    private enum State {
        /** It is not ours. */
        OTHERS,
        /** It is ours, and what its last owner has left is done first. */
        TAKEN_OVER,
        /** It is ours, and read. */
        OURS,
        /** It is ours, and given up when all that was read is done. */
        GIVEN_UP
    }

    private static final class Shard {
        private final int number;
        private final List<Intake> intakes;
        private State state = State.OTHERS;
        private long ownedAt;
        private boolean asking;

        private Shard(int number, List<Intake> intakes) {
            this.number = number;
            this.intakes = intakes;
        }

        private boolean isHeld() {
            return state == State.TAKEN_OVER || state == State.OURS;
        }
    }

    private static final int LOOKS = 3;
    private static final long PAUSE = 200;

    private final Core core;
    private final ShardOwnership ownership;
    private final Consumer<Delivery> release;
    private final List<Shard> shards = new ArrayList<>();
    private final long lasts;
    private boolean isWanted;
    private boolean asking;
    private @Nullable Throwable failure;
    private long lastPresent;
    private long nextLook;
    private long nextCheck;

    /** Gives back with {@code release} what waits for a retry in a shard that is given up. */
    ShardKeeper(Core core, ShardOwnership ownership, List<List<Intake>> shards, Consumer<Delivery> release) {
        this.core = core;
        this.ownership = ownership;
        this.release = release;
        this.lasts = core.settings.lease().idle().toMillis();
        this.lastPresent = core.now();
        for (List<Intake> intakes : shards) {
            this.shards.add(new Shard(this.shards.size(), intakes));
        }
    }

    /** Whether it wants any shard. */
    void want(boolean any) {
        isWanted = any;
        lastPresent = core.now();
        nextLook = core.now();
        if (!any) {
            shards.stream().filter(Shard::isHeld).forEach(this::giveUp);
        }
    }

    void tick() {
        long now = core.now();
        if (now >= nextLook && !asking && isWanted) {
            look();
        }
        boolean isTimeToCheck = now >= nextCheck;
        nextCheck = isTimeToCheck ? now + PAUSE : nextCheck;
        for (Shard shard : shards) {
            if (shard.state != State.OTHERS && now - shard.ownedAt >= lasts) {
                lose(shard);
            } else if (shard.state == State.TAKEN_OVER && isTimeToCheck && !shard.asking) {
                check(shard);
            } else if (shard.state == State.GIVEN_UP && !shard.asking && isIdle(shard)) {
                disown(shard);
            }
        }
    }

    private void look() {
        asking = true;
        nextLook = core.now() + core.jittered(lasts / LOOKS);
        core.ask(() -> ownership.present(core.settings.lease().idle()), (live, failed) -> {
            asking = false;
            if (live == null) {
                failed(failed);
            } else {
                succeeded();
                if (isWanted) {
                    share(live.shareOf(shards.size()));
                }
            }
        });
    }

    private void failed(@Nullable Throwable reason) {
        var told = reason == null ? new IllegalStateException("no answer") : reason;
        failure = told;
        core.later(() -> core.ports.listener().failed("own shards", told));
    }

    private void succeeded() {
        if (failure != null) {
            core.later(() -> core.ports.listener().recovered("own shards"));
        }
        failure = null;
        lastPresent = core.now();
    }

    /** Why it cannot tell which shards are its own, if so. */
    @Nullable
    Throwable failure() {
        return isWanted ? failure : null;
    }

    /** How long it has not been able to tell, in ms. */
    long silence() {
        return failure() == null ? 0 : core.now() - lastPresent;
    }

    private void share(int share) {
        var held = new ArrayList<>(shards.stream().filter(Shard::isHeld).toList());
        while (held.size() > share) {
            giveUp(held.removeLast());
        }
        held.forEach(this::own);
        shards.stream().filter(shard -> shard.state == State.GIVEN_UP).forEach(this::own);
        var free = new ArrayList<>(
                shards.stream().filter(shard -> shard.state == State.OTHERS).toList());
        Collections.shuffle(free, new Random(core.ports.random().nextLong()));
        free.stream().limit(share - held.size()).forEach(this::own);
    }

    /** Takes it, or keeps it. */
    private void own(Shard shard) {
        long asked = core.now();
        shard.asking = true;
        core.ask(() -> ownership.own(shard.number, core.settings.lease().idle()), (isOurs, failure) -> {
            shard.asking = false;
            if (isOurs == null) {
                return;
            }
            if (!isOurs) {
                lose(shard);
                nextLook = Math.min(nextLook, core.now() + core.jittered(PAUSE * LOOKS));
                return;
            }
            shard.ownedAt = asked;
            shard.intakes.forEach(intake -> intake.openUntil(asked + lasts));
            if (shard.state == State.OTHERS && isWanted) {
                shard.state = State.TAKEN_OVER;
                shard.intakes.forEach(intake -> intake.recover(true));
            }
        });
    }

    private void lose(Shard shard) {
        if (shard.state != State.OTHERS) {
            shard.state = State.OTHERS;
            close(shard);
            core.count(Count.SHARD_LOST, 1);
        }
    }

    private static void close(Shard shard) {
        shard.intakes.forEach(intake -> {
            intake.open(false);
            intake.recover(false);
        });
    }

    private void giveUp(Shard shard) {
        shard.state = State.GIVEN_UP;
        close(shard);
        keys(shard).stream()
                .flatMap(key -> core.inFlight.of(key).stream())
                .filter(delivery -> delivery.state() == Delivery.State.HELD)
                .forEach(release);
    }

    private boolean isIdle(Shard shard) {
        return shard.intakes.stream().noneMatch(Intake::isReading)
                && keys(shard).stream().allMatch(key -> core.inFlight.of(key).isEmpty());
    }

    private static List<String> keys(Shard shard) {
        return shard.intakes.stream()
                .flatMap(intake -> intake.member().keys().stream())
                .toList();
    }

    private void disown(Shard shard) {
        shard.asking = true;
        core.ask(() -> ownership.disown(shard.number), (done, failure) -> {
            shard.asking = false;
            if (done != null && shard.state == State.GIVEN_UP) {
                shard.state = State.OTHERS;
            }
        });
    }

    /** Reads it as soon as nothing is pending but what is ours, or is to be tried again later. */
    private void check(Shard shard) {
        shard.asking = true;
        core.ask(() -> stats(shard), (stats, failure) -> {
            shard.asking = false;
            if (stats == null || shard.state != State.TAKEN_OVER) {
                return;
            }
            boolean isLeft = stats.stream().anyMatch(of -> of.pending() - of.own() > of.retries());
            boolean isMissing =
                    shard.intakes.stream().anyMatch(intake -> intake.recovery().isMissing());
            if (!isLeft && !isMissing) {
                shard.state = State.OURS;
                shard.intakes.forEach(intake -> intake.open(true));
            }
        });
    }

    private static CompletionStage<List<GroupStats>> stats(Shard shard) {
        var stats = new ArrayList<CompletableFuture<GroupStats>>();
        for (Intake intake : shard.intakes) {
            intake.member()
                    .keys()
                    .forEach(key -> stats.add(intake.member().stats(key).toCompletableFuture()));
        }
        return CompletableFuture.allOf(stats.toArray(CompletableFuture[]::new))
                .thenApply(done -> stats.stream().map(CompletableFuture::join).toList());
    }

    /** Leaves everything to others. */
    CompletionStage<?> leave() {
        return CompletableFuture.allOf(shards.stream()
                        .filter(shard -> shard.state != State.OTHERS)
                        .map(shard -> ownership.disown(shard.number).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .thenCompose(done -> ownership.absent());
    }
}
