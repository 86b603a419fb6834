package io.hopeit.streams.engine;

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
    /** A worker that has not begun by then may never do so. */
    private static final long LATEST_BEGIN = 1000;

    private final Core core;
    private final Settlements settlements;
    private final Leases leases;
    private final Redeliveries redeliveries;
    private final Hands hands;
    private int running;
    /** What runs alone at the moment. */
    private @Nullable Delivery suspect;

    private boolean abandoning;
    private boolean starting;
    private long startedAt;
    private long startNotBefore;

    Turns(Core core, Settlements settlements, Leases leases) {
        this.core = core;
        this.settlements = settlements;
        this.leases = leases;
        this.redeliveries = settlements.redeliveries();
        this.startNotBefore = core.now();
        this.hands = new Hands(core, leases, settlements::done);
    }

    /** Begins nothing more. */
    void abandon() {
        abandoning = true;
    }

    /** For a worker that begins. */
    @Nullable
    Delivery first() {
        starting = false;
        running++;
        return next();
    }

    /** A worker has ended some work, and comes back with all that it has. */
    void back(Delivery ended) {
        var hand = ended.hand();
        if (hand != null) {
            hands.lay(hand);
        }
    }

    /** Takes back what has been dealt and not begun. */
    void takeBack() {
        hands.takeBack();
    }

    /** For a worker that has ended some work; null when it is to end itself. */
    @Nullable
    Delivery after(Delivery ended) {
        suspect = ended == suspect ? null : suspect;
        return next();
    }

    private @Nullable Delivery next() {
        while (isFree() && running + redeliveries.count() <= core.settings.concurrency()) {
            hands.share();
            var next = core.queue.next(busy() == 1);
            if (next == null) {
                break;
            }
            if (abandoning) { // it was on its way when the others were given back
                settlements.release(next);
            } else if (settlements.isExhausted(next)) {
                settlements.giveUp(next, EXHAUSTED);
            } else if (!leases.isSure(next)) {
                doubt(next);
                break;
            } else if (next.isToBeCounted()) {
                redeliveries.begin(next);
            } else {
                suspect = next.isSuspect() ? next : null;
                return hands.deal(next);
            }
        }
        running--;
        return null;
    }

    /** How many work, but for those who may never end: what has to be alone would wait for them for ever. */
    private int busy() {
        return running + redeliveries.count() - core.overdue;
    }

    /** It has waited for so long, in a process that was frozen or cut off, that another may have begun it. */
    private void doubt(Delivery delivery) {
        core.queue.repeat(delivery);
        leases.hurry();
        startNotBefore = core.now() + PAUSE;
    }

    /** Nothing that has to be alone is on, but for what will not end. */
    private boolean isFree() {
        return (suspect == null || suspect.isOverdue()) && !redeliveries.hasSuspect();
    }

    /** Starts a worker if there is work for one more. */
    void look() {
        if ((!starting || core.now() >= startedAt + LATEST_BEGIN)
                && isFree()
                && running + redeliveries.count() < core.settings.concurrency()
                && hasWork(busy() == 0)
                && core.now() >= startNotBefore) {
            starting = true;
            startedAt = core.now();
            core.later(this::startOne);
        }
    }

    private boolean hasWork(boolean isAlone) {
        return core.queue.isWaiting(isAlone) || (!core.queue.hasSuspect() && hands.haveMore());
    }

    /** Whether there is something that nobody has begun. */
    boolean haveMore() {
        return core.queue.size() > 0 || hands.haveMore();
    }

    private void startOne() {
        try {
            core.ports.workers().startOne();
        } catch (Throwable e) { // an Error too, as no memory for a thread: else none would ever be started again
            core.change(() -> {
                starting = false;
                startNotBefore = core.now() + PAUSE;
            });
        }
    }
}
