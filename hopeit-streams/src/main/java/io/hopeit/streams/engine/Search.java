package io.hopeit.streams.engine;

import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Swept;
import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Looks for entries of one stream that nobody looks after: our own that we never got, after each failed read; anybody's
 * that are abandoned or due, every now and then; and for consumers that are no more. Guarded by the engine.
 */
final class Search {
    private static final int MOST_AT_ONCE = 100;
    private static final Duration NEVER = Duration.ofDays(1000);
    private static final int PAGE = 500;
    private static final long LONGEST_PAUSE = 10_000;
    private static final long SHORTEST_PAUSE = 200;

    private final Core core;
    private final Intake intake;
    private final String key;
    private final Backlog backlog;
    private final PriorityQueue<Long> retries = new PriorityQueue<>();
    private final long pause;
    private boolean asking;
    private boolean missed;
    /** Whether looking for what may have been missed was refused: it is done as soon as that may be otherwise. */
    private boolean refused;

    private boolean hasMore;
    private String after = "";
    private String cursor = Swept.START;
    private long nextSweep;
    /** Until then who looks dead may live. */
    private long trustedFrom = Long.MIN_VALUE;

    /** Whether the broker has not answered: how long it has been away is known only when it does. */
    private boolean isOutOfTouch;

    private long nextOwned;
    private long nextReap;

    Search(Core core, Intake intake, String key, Backlog backlog) {
        this.core = core;
        this.intake = intake;
        this.key = key;
        this.backlog = backlog;
        this.pause = Math.clamp(core.settings.lease().idle().toMillis() / 4, SHORTEST_PAUSE, LONGEST_PAUSE);
        this.nextSweep = core.now() + core.jittered(pause);
        this.nextReap =
                core.now() + core.jittered(core.settings.lease().expiry().toMillis());
    }

    void mayHaveMissed() {
        missed = true;
        after = "";
    }

    /** The broker has let us do something that it had refused. */
    void lookAgain() {
        if (refused) {
            refused = false;
            mayHaveMissed();
        }
    }

    /** Nobody is taken for dead until those who live have had time to say so. */
    void holdOff() {
        trustedFrom = core.now() + core.settings.lease().idle().toMillis() / 2;
    }

    /** The broker has answered; those who live could not say so either while it did not. */
    private void inTouch() {
        if (isOutOfTouch) {
            isOutOfTouch = false;
            holdOff();
        }
    }

    boolean isBehind() {
        return missed;
    }

    /** Whether something may be ours that has not been found, for now or until a person helps. */
    boolean isMissing() {
        return missed || refused || asking;
    }

    void retryAt(long due) {
        if (retries.size() < PAGE) {
            retries.add(due);
        }
    }

    void look(int room) {
        long now = core.now();
        if (asking) {
            return;
        }
        if (missed) {
            if (intake.isReading()) {
                intake.wake(); // what it brings would be found as well, and be done twice
            } else if (now >= nextOwned) {
                lookForOwn();
            }
            return;
        }
        var due = retries.peek();
        // one at least, also when all are busy: else what is new would always come first
        int some = Math.max(room, core.queue.size() == 0 ? 1 : 0) - backlog.size();
        if (some > 0 && (now >= nextSweep || (due != null && now > due))) {
            sweep(some);
        } else if (now >= nextReap) {
            reap();
        }
    }

    /** Looks for more, if the last sweep has left something and what it has found is done. */
    void goOn(int room) {
        if (hasMore && !asking && !missed && backlog.isEmpty() && core.queue.size() == 0) {
            sweep(Math.max(room, 1));
        }
    }

    private void lookForOwn() {
        asking = true;
        core.ask(() -> intake.member().owned(key, after, PAGE), (ids, failure) -> {
            asking = false;
            if (ids == null) {
                ownFailed(failure);
            } else {
                found(ids);
            }
        });
    }

    private void ownFailed(@Nullable Throwable failure) {
        if (Core.isGone(failure)) {
            missed = false;
        } else {
            refused |= missed && isRefused(failure);
            missed &= !refused;
            tell(failure);
            isOutOfTouch = true;
        }
        nextOwned = core.now() + core.jittered(1000);
    }

    /** Whether it is not done until a person helps: what is new need not wait for that. */
    private static boolean isRefused(@Nullable Throwable failure) {
        return failure instanceof BrokerException broker && broker.kind().needsHelp() && !broker.isOutcomeUnknown();
    }

    private void tell(@Nullable Throwable failure) {
        var told = failure == null ? new IllegalStateException("no answer") : failure;
        core.later(() -> core.ports.listener().failed("read", told));
    }

    private void found(List<String> ids) {
        inTouch();
        backlog.add(ids, Arrival.NEW);
        if (ids.size() < PAGE) {
            missed = false;
            after = "";
        } else {
            after = ids.getLast();
        }
    }

    private void sweep(int room) {
        asking = true;
        hasMore = false;
        long now = core.now();
        while (!retries.isEmpty() && retries.element() < now) {
            retries.remove();
        }
        nextSweep = now + core.jittered(pause);
        int count = Math.min(room, MOST_AT_ONCE);
        var idle = isOutOfTouch || now < trustedFrom
                ? NEVER
                : core.settings.lease().idle();
        core.ask(() -> intake.member().sweep(key, cursor, idle, count), (swept, failure) -> {
            asking = false;
            if (swept != null) {
                swept(swept, count);
            } else if (!Core.isGone(failure)) {
                // it may have been done, in part at least, and what it has found is ours
                if (isRefused(failure)) {
                    refused = true;
                } else {
                    mayHaveMissed();
                }
                tell(failure);
                isOutOfTouch = true;
            }
        });
    }

    private void swept(Swept swept, int count) {
        inTouch();
        lookAgain();
        if (swept.isLate()) {
            holdOff();
            return;
        }
        cursor = swept.cursor();
        backlog.add(swept.due(), Arrival.DUE);
        backlog.add(swept.abandoned(), Arrival.ABANDONED);
        backlog.gone(swept.gone());
        hasMore = swept.due().size() + swept.abandoned().size() >= count;
    }

    private void reap() {
        asking = true;
        var expiry = core.settings.lease().expiry();
        nextReap = core.now() + core.jittered(expiry.toMillis());
        core.ask(() -> intake.member().reap(key, expiry), (reaped, failure) -> {
            asking = false;
            core.count(Count.REAPED, reaped == null ? 0 : reaped);
        });
    }
}
