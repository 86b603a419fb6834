package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.GroupMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps what is in flight from being taken by others, as long as this consumer lives. Guarded by the engine. */
final class Leases {
    private static final int MOST_AT_ONCE = 500;

    private final Core core;
    private final Endings endings;
    private final long idle;
    private long nextLook;
    private int asking;

    Leases(Core core, Endings endings) {
        this.core = core;
        this.endings = endings;
        this.idle = core.settings.lease().idle().toMillis();
    }

    /** Whether nobody can have taken it. */
    boolean isSure(Delivery delivery) {
        return core.now() < sureUntil(delivery);
    }

    long sureUntil(Delivery delivery) {
        return delivery.leasedAt() + idle;
    }

    /** Somebody waits to know. */
    void hurry() {
        nextLook = core.now();
    }

    /** Makes those fresh that are not any more. */
    void renew(List<Intake> intakes) {
        long now = core.now();
        if (now < nextLook || asking > 0) {
            return;
        }
        nextLook = now + idle / 12;
        for (Intake intake : intakes) {
            for (String key : intake.member().keys()) {
                renew(intake.member(), key, now);
            }
        }
    }

    private void renew(GroupMember member, String key, long now) {
        var some = new ArrayList<Delivery>();
        for (Delivery delivery : core.inFlight.of(key)) {
            if (now - delivery.leasedAt() >= idle / 3 && !isOverdue(delivery, now) && !delivery.isLost()) {
                some.add(delivery);
            }
            if (some.size() == MOST_AT_ONCE) {
                extend(member, key, List.copyOf(some), now);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            extend(member, key, some, now);
        }
    }

    private boolean isOverdue(Delivery delivery, long now) {
        boolean isOverdue = delivery.state() == State.RUNNING
                && now - delivery.since() > core.settings.lease().longestRun().toMillis();
        if (isOverdue && delivery.becomeOverdue()) {
            var entry = delivery.entry();
            core.overdue++;
            core.count(Count.OVERDUE, 1);
            core.later(() -> core.ports
                    .listener()
                    .happened(
                            Count.OVERDUE,
                            entry.key(),
                            entry.id(),
                            "its work neither ends nor can be interrupted; others may take it now"));
        }
        return isOverdue;
    }

    private void extend(GroupMember member, String key, List<Delivery> some, long asked) {
        asking++;
        var ids = some.stream().map(delivery -> delivery.entry().id()).toList();
        core.ask(() -> member.extend(key, ids), (owned, failure) -> {
            asking--;
            if (owned != null) {
                endings.takeBack();
                some.forEach(delivery -> extended(delivery, owned, asked));
            } else if (Core.isGone(failure)) {
                some.forEach(delivery -> delivery.leased(asked)); // nobody else can come by them any more
            } else {
                nextLook = core.now() + core.jittered(Math.min(idle / 12, 1000));
            }
        });
    }

    private void extended(Delivery delivery, Set<String> owned, long asked) {
        if (owned.contains(delivery.entry().id())) {
            delivery.leased(asked);
        } else if (delivery.state() != State.SETTLING) { // of those the broker may have been told meanwhile
            endings.lost(delivery);
        }
    }
}
