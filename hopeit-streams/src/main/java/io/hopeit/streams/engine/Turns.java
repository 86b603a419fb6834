package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.Verdict.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Who works on what next. A worker goes on as long as there is something; one that begins starts at most one more, so
 * that quick work needs few of them and slow work soon has as many as it may. Guarded by the engine.
 */
final class Turns {
    private static final Rejected EXHAUSTED = new Rejected(
            "exhausted",
            "those who worked on it did not survive it, or did not end in time, as often as it may be tried");
    private static final long PAUSE = 100;

    private final Core core;
    private final Settlements settlements;
    private final Redeliveries redeliveries;
    private int running;
    /** What runs alone at the moment. */
    private @Nullable Delivery suspect;

    private boolean starting;
    private long startNotBefore;

    Turns(Core core, Settlements settlements) {
        this.core = core;
        this.settlements = settlements;
        this.redeliveries = settlements.redeliveries();
        this.startNotBefore = core.now();
    }

    /** For a worker that begins. */
    @Nullable
    Delivery first() {
        starting = false;
        running++;
        return next();
    }

    /** For a worker that has ended some work; null when it is to end itself. */
    @Nullable
    Delivery after(Delivery ended) {
        suspect = ended == suspect ? null : suspect;
        return next();
    }

    private @Nullable Delivery next() {
        while (isFree() && running + redeliveries.count() <= core.settings.concurrency()) {
            var next = core.queue.next(running + redeliveries.count() == 1);
            if (next == null) {
                break;
            }
            if (settlements.isExhausted(next)) {
                settlements.giveUp(next, EXHAUSTED);
            } else if (next.isToBeCounted()) {
                redeliveries.begin(next);
            } else {
                next.become(State.RUNNING, core.now());
                suspect = next.isSuspect() ? next : null;
                return next;
            }
        }
        running--;
        return null;
    }

    /** Nothing that has to be alone is on. */
    private boolean isFree() {
        return suspect == null && !redeliveries.hasSuspect();
    }

    /** Starts a worker if there is work for one more. */
    void look() {
        int busy = running + redeliveries.count();
        if (!starting
                && isFree()
                && busy < core.settings.concurrency()
                && core.queue.isWaiting(busy == 0)
                && core.now() >= startNotBefore) {
            starting = true;
            core.later(this::startOne);
        }
    }

    private void startOne() {
        try {
            core.ports.workers().startOne();
        } catch (RuntimeException e) {
            core.change(() -> {
                starting = false;
                startNotBefore = core.now() + PAUSE;
            });
        }
    }
}
