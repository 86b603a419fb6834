package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Deals what waits to workers: one by one, and several at once while work turns out to be quick. A hand is good for a
 * moment only; what is left of it goes to others, so that nothing waits for work that takes long. Guarded by the engine.
 */
final class Hands {
    private static final int MOST = 64;
    /** In ms of a clock that may be about to move on: one to two. */
    private static final long FRESH = 2;

    private final Core core;
    private final Leases leases;
    private final Consumer<Delivery> done;
    /** Those in which there may be something that has not been begun, or is done and has not been told; the oldest first. */
    private final Deque<Hand> open = new ArrayDeque<>();

    /** How many are dealt at once. */
    private int size = 1;

    /** Tells {@code done} what its worker has done without telling. */
    Hands(Core core, Leases leases, Consumer<Delivery> done) {
        this.core = core;
        this.leases = leases;
        this.done = done;
    }

    /** Deals this one, and some of those that follow it. */
    Delivery deal(Delivery first) {
        long now = core.now();
        long sureUntil = Long.MAX_VALUE;
        int most = first.isSuspect() ? 1 : Math.min(size, core.queue.size() / 2 + 1);
        var some = new ArrayList<Delivery>(most);
        for (var next = first; next != null; next = some.size() < most ? following() : null) {
            next.become(State.RUNNING, now);
            sureUntil = Math.min(sureUntil, leases.sureUntil(next));
            some.add(next);
        }
        var hand = new Hand(some, now, Math.min(now + FRESH, sureUntil));
        if (some.size() > 1) {
            open.add(hand);
        }
        return first;
    }

    /** One that can be begun like any other. */
    private @Nullable Delivery following() {
        var next = core.queue.peek();
        return next != null && !next.isToBeCounted() && leases.isSure(next) ? core.queue.next(false) : null;
    }

    /** Its worker comes back. */
    void lay(Hand hand) {
        if (hand.size() > 1) {
            open.remove(hand);
            close(hand);
        }
        long took = core.now() - hand.dealtAt();
        if (took >= FRESH) {
            size = 1;
        } else if (took == 0 && hand.begun() >= size) {
            size = Math.min(MOST, 2 * size);
        }
    }

    /** What has not been begun waits again, before all others, and what is done is told. */
    private void close(Hand hand) {
        List<Delivery> back = hand.takeBack();
        for (Delivery delivery : back.reversed()) {
            delivery.become(State.WAITING, core.now());
            core.queue.repeat(delivery);
        }
        hand.collect().forEach(done);
    }

    /** Takes back what waits for a worker that is late; also from one that is not, if there is nothing else to do. */
    void share() {
        while (!open.isEmpty() && open.element().isLate(core.now())) {
            close(open.remove());
        }
        while (core.queue.size() == 0 && !open.isEmpty()) {
            close(open.remove());
        }
    }

    /** Takes back all, so that each delivery is seen as what it is. */
    void takeBack() {
        while (!open.isEmpty()) {
            close(open.remove());
        }
    }

    /** Whether there is something that another worker could begin. */
    boolean haveMore() {
        for (Hand hand : open) {
            if (hand.hasMore()) {
                return true;
            }
        }
        return false;
    }
}
