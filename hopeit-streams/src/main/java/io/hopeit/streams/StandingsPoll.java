package io.hopeit.streams;

import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.GroupStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks every few seconds how a group stands, so that whoever wants to know does not have to wait. For one thread. */
final class StandingsPoll {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long FIRST_NANOS = 300_000_000;
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final List<GroupMember> members;
    private final Standings standings;
    private final AtomicInteger asked = new AtomicInteger();
    private long next = after(FIRST_NANOS);

    StandingsPoll(List<GroupMember> members, Standings standings) {
        this.members = members;
        this.standings = standings;
    }

    /** About so much later, so that many who have started together do not ask together. */
    private static long after(long nanos) {
        return System.nanoTime() + ThreadLocalRandom.current().nextLong(nanos * 4 / 5, nanos * 6 / 5);
    }

    /** Asks, if it is time. */
    void tick() {
        if (asked.get() == 0 && System.nanoTime() - next >= 0) {
            next = after(PAUSE_NANOS);
            members.forEach(member -> member.keys().forEach(key -> ask(member, key)));
        }
    }

    private void ask(GroupMember member, String key) {
        asked.incrementAndGet();
        try {
            member.stats(key).whenComplete((stats, failure) -> answered(key, stats, failure));
        } catch (RuntimeException e) {
            answered(key, null, e);
        }
    }

    /** A failure is no news: that the broker cannot be asked is told by those who read. */
    private void answered(String key, @Nullable GroupStats stats, @Nullable Throwable failure) {
        asked.decrementAndGet();
        if (stats == null) {
            LOG.log(Level.DEBUG, "how the group stands in " + key + " is not known", failure);
        } else {
            standings.told(key, stats);
        }
    }
}
