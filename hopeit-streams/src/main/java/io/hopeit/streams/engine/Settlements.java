package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.engine.Verdict.Failed;
import io.hopeit.streams.engine.Verdict.Rejected;
import io.hopeit.streams.engine.Verdict.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the broker what has become of deliveries, until it has taken notice. Guarded by the engine. */
final class Settlements {
    private static final long NEVER = Long.MIN_VALUE;

    private final Core core;
    private final Leases leases;
    private final Endings endings;
    private final Holds holds;
    private final Redeliveries redeliveries;
    private final Map<String, Acks> acks = new HashMap<>();
    private @Nullable Acks lastUsed;
    private List<Settlement> again = new ArrayList<>();
    /** When the first of those failed since when none has been done. */
    private long unavailableSince = NEVER;

    private long lastUnavailable;

    Settlements(Core core, Leases leases, Endings endings) {
        this.core = core;
        this.leases = leases;
        this.endings = endings;
        this.holds = new Holds(core);
        endings.release(this::releaseOne);
        this.redeliveries = new Redeliveries(core, endings, holds);
    }

    Redeliveries redeliveries() {
        return redeliveries;
    }

    /** The work on it has ended as it should. */
    void done(Delivery delivery) {
        settle(delivery, Verdict.DONE, false);
    }

    /** The work on it has ended. */
    void settle(Delivery delivery, Verdict verdict, boolean isStopping) {
        core.pace.ended(core.now());
        if (delivery.endOverdue()) {
            core.overdue--;
        }
        if (delivery.isLost()) {
            core.queue.leave(delivery);
            endings.end(delivery);
            return;
        }
        if (!(verdict instanceof Unavailable || verdict instanceof Verdict.GivenUp)) {
            unavailableSince = NEVER;
        }
        switch (verdict) {
            case Verdict.Done done -> acknowledge(delivery);
            case Verdict.GivenUp givenUp -> release(delivery);
            case Rejected rejected -> giveUp(delivery, rejected);
            case Unavailable unavailable -> retry(delivery, false, pauseWhileUnavailable(), isStopping);
            case Failed failed -> {
                if (delivery.attempts() >= core.settings.policy().maxDeliveries()
                        || !core.settings.policy().isRetried(failed.cause())) {
                    giveUp(delivery, DeadLetterFields.of(failed.cause()));
                } else {
                    var pause = core.settings
                            .policy()
                            .pauseAfter(delivery.entry().deliveries())
                            .toMillis();
                    retry(delivery, !delivery.forgive(), pause, isStopping);
                }
            }
        }
    }

    private void acknowledge(Delivery delivery) {
        leave(delivery);
        acks(delivery).add(delivery, leases.isSure(delivery));
    }

    private void leave(Delivery delivery) {
        core.queue.leave(delivery);
        delivery.become(State.SETTLING, core.now());
    }

    private Acks acks(Delivery delivery) {
        var key = delivery.entry().key();
        var last = lastUsed;
        if (last == null || !last.areOf(key)) {
            last = acks.computeIfAbsent(
                    key, k -> new Acks(core, delivery.intake().member(), key, endings));
            lastUsed = last;
        }
        return last;
    }

    /** Whether it has been delivered too often to be tried once more: those who tried have not survived it. */
    boolean isExhausted(Delivery delivery) {
        return delivery.isToBeCounted()
                && delivery.entry().deliveries() >= core.settings.policy().maxDeliveries();
    }

    void giveUp(Delivery delivery, Rejected reason) {
        leave(delivery);
        if (core.settings.policy().deadLetter()) {
            var entry = delivery.entry();
            var details = DeadLetterFields.of(
                    entry, core.settings.group(), reason, core.ports.clock().instant());
            var member = delivery.intake().member();
            send(new Settlement(delivery, Count.DEAD_LETTERED, reason.text(), () -> member.deadLetter(entry, details)));
        } else {
            core.count(Count.DROPPED, 1);
            tell(Count.DROPPED, delivery, reason.text());
            acks(delivery).add(delivery, leases.isSure(delivery));
        }
    }

    /** As long as it has lasted, so it grows: what cannot be had is had again by none of many attempts. */
    private long pauseWhileUnavailable() {
        var policy = core.settings.policy();
        boolean isLongAgo =
                core.now() - lastUnavailable > 2 * policy.maxBackoff().toMillis();
        unavailableSince = unavailableSince == NEVER || isLongAgo ? core.now() : unavailableSince;
        lastUnavailable = core.now();
        return Math.clamp(
                core.now() - unavailableSince,
                policy.backoff().toMillis(),
                policy.maxBackoff().toMillis());
    }

    private void retry(Delivery delivery, boolean counted, long pause, boolean isStopping) {
        long jittered = Math.max(1, core.jittered(pause));
        if (core.settings.isOrdered() && isStopping) {
            release(delivery);
        } else if (core.settings.isOrdered()) {
            core.count(Count.RETRIED, 1);
            if (counted) {
                delivery.becomeDue();
            }
            holds.hold(delivery, jittered);
        } else {
            leave(delivery);
            var entry = delivery.entry();
            var member = delivery.intake().member();
            delivery.intake().recovery().retryAt(entry.key(), core.now() + jittered);
            send(new Settlement(
                    delivery,
                    Count.RETRIED,
                    "",
                    () -> member.retryLater(entry.key(), entry.id(), Duration.ofMillis(jittered), counted)));
        }
    }

    /** Gives it back, to be delivered again as if it had not been delivered, and what is behind it in its line. */
    void release(Delivery delivery) {
        core.queue.line(delivery).forEach(this::releaseOne);
    }

    private void releaseOne(Delivery delivery) {
        leave(delivery);
        var entry = delivery.entry();
        var member = delivery.intake().member();
        var idle = core.settings.lease().idle();
        send(new Settlement(delivery, Count.RELEASED, "", () -> member.release(entry.key(), List.of(entry.id()), idle)
                .thenApply(count -> count > 0)));
    }

    private void send(Settlement settlement) {
        core.ask(settlement.call, (owned, failure) -> {
            var delivery = settlement.delivery;
            if (owned != null && (owned || settlement.mayBeDone)) {
                core.count(settlement.what, 1);
                if (!settlement.detail.isEmpty()) {
                    tell(settlement.what, delivery, settlement.detail);
                }
                endings.end(delivery);
            } else if (owned != null) {
                endings.lost(delivery);
                endings.end(delivery);
            } else if (Core.isGone(failure)) {
                endings.end(delivery);
            } else {
                settlement.failed(failure, core);
                again.add(settlement);
            }
        });
    }

    private void tell(Count what, Delivery delivery, String detail) {
        var entry = delivery.entry();
        core.later(() -> core.ports.listener().happened(what, entry.key(), entry.id(), detail));
    }

    /** Acknowledges what there is; if more is about to be done, a moment later, together with that. */
    void acknowledge(boolean isMoreToCome) {
        for (Acks each : acks.values()) {
            each.send(isMoreToCome);
        }
    }

    /** Tells the broker once more what it has not taken notice of. */
    void retry() {
        holds.due();
        if (again.isEmpty()) {
            return;
        }
        var waiting = again;
        again = new ArrayList<>();
        for (Settlement settlement : waiting) {
            if (core.now() < settlement.notBefore) {
                again.add(settlement);
            } else {
                send(settlement);
            }
        }
    }
}
