package io.hopeit.streams.engine;

import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.GroupMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be acknowledged in one stream. One call is on its way at a time, and what gathers meanwhile goes with the
 * next; while more is about to be done, a call waits a moment for that too. A call that fails goes again: that is harmless
 * should it have arrived. Guarded by the engine.
 */
final class Acks {
    private static final int MOST_AT_ONCE = 500;
    private static final int MANY = 250;
    /** In ms of a clock that may be about to move on: one to two. */
    private static final long MOMENT = 2;

    private static final long PAUSE = 200;

    private final Core core;
    private final GroupMember member;
    private final String key;
    private final Endings endings;
    private final Deque<Delivery> sure = new ArrayDeque<>();
    /** Those that somebody else may have taken meanwhile. */
    private final Deque<Delivery> doubtful = new ArrayDeque<>();

    private boolean asking;
    /** Whether some of the doubtful ones may have been acknowledged by an earlier call. */
    private boolean isRepeated;

    private long notBefore;
    /** When the first of the sure ones was there. */
    private long gatheredSince;

    Acks(Core core, GroupMember member, String key, Endings endings) {
        this.core = core;
        this.member = member;
        this.key = key;
        this.endings = endings;
    }

    boolean areOf(String stream) {
        return key.equals(stream);
    }

    /** Acknowledges soon, when all that goes on is known. */
    void add(Delivery delivery, boolean isSure) {
        gatheredSince = sure.isEmpty() ? core.now() : gatheredSince;
        (isSure ? sure : doubtful).add(delivery);
    }

    /** Sends what is there, unless something is on its way already, or more will be there in a moment. */
    void send(boolean isMoreToCome) {
        if (asking || core.now() < notBefore || sure.size() + doubtful.size() == 0) {
            return;
        }
        boolean isEarly = isMoreToCome && sure.size() < MANY && core.now() - gatheredSince < MOMENT;
        if (!sure.isEmpty() && !isEarly) {
            var some = some(sure);
            asking = true;
            core.ask(() -> member.ack(key, ids(some)), (count, failure) -> {
                asking = false;
                if (count == null && !Core.isGone(failure)) {
                    again(some, failure);
                } else {
                    acknowledged(some, count == null ? some.size() : count);
                }
            });
        } else if (sure.isEmpty()) {
            var some = some(doubtful);
            asking = true;
            core.ask(() -> member.ackOwned(key, ids(some)), (owned, failure) -> {
                asking = false;
                answered(some, owned, failure);
            });
        }
    }

    private static List<Delivery> some(Deque<Delivery> waiting) {
        var some = new ArrayList<Delivery>(Math.min(waiting.size(), MOST_AT_ONCE));
        while (!waiting.isEmpty() && some.size() < MOST_AT_ONCE) {
            some.add(waiting.remove());
        }
        return some;
    }

    private static List<String> ids(List<Delivery> deliveries) {
        var ids = new ArrayList<String>(deliveries.size());
        for (Delivery delivery : deliveries) {
            ids.add(delivery.entry().id());
        }
        return ids;
    }

    private void acknowledged(List<Delivery> some, long count) {
        core.count(Count.LEASE_LOST, some.size() - count);
        some.forEach(endings::end);
    }

    private void answered(List<Delivery> some, @Nullable Set<String> owned, @Nullable Throwable failure) {
        if (owned == null && !Core.isGone(failure)) {
            again(some, failure);
            return;
        }
        for (Delivery delivery : some) {
            if (owned != null && !owned.contains(delivery.entry().id()) && !isRepeated) {
                endings.lost(delivery);
            }
            endings.end(delivery);
        }
        isRepeated &= !doubtful.isEmpty();
    }

    /** By now each of them is doubtful. */
    private void again(List<Delivery> some, @Nullable Throwable failure) {
        doubtful.addAll(some);
        isRepeated = true;
        notBefore = core.now() + core.jittered(PAUSE);
        core.later(() -> core.ports.listener().failed("acknowledge", failure == null ? new Throwable() : failure));
    }
}
