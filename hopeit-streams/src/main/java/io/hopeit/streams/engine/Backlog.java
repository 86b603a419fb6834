package io.hopeit.streams.engine;

import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.Taken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one stream that belong to this consumer though it does not hold them: what it has swept, what was too large
 * to come with the others, and what it was sent but never got. They are taken as there is room. Guarded by the engine.
 */
final class Backlog {
    private static final int MOST_AT_ONCE = 100;

    private final Core core;
    private final Intake intake;
    private final String key;
    private final NavigableMap<String, Arrival> ids = new TreeMap<>(Backlog::inStream);

    private boolean asking;
    private long notBefore;
    /** Nobody knows how large they are: it begins with one, and again after a failure, which may be because of that. */
    private int atOnce = 1;

    Backlog(Core core, Intake intake, String key) {
        this.core = core;
        this.intake = intake;
        this.key = key;
    }

    /** Where an entry comes in the stream. */
    private static int inStream(String one, String other) {
        int dash = one.indexOf('-');
        int otherDash = other.indexOf('-');
        int byTime = compare(one.substring(0, dash), other.substring(0, otherDash));
        return byTime != 0 ? byTime : compare(one.substring(dash), other.substring(otherDash));
    }

    private static int compare(String digits, String others) {
        int byLength = Integer.compare(digits.length(), others.length());
        return byLength != 0 ? byLength : digits.compareTo(others);
    }

    void add(List<String> found, Arrival arrival) {
        found.stream().filter(id -> core.inFlight.find(key, id) == null).forEach(id -> ids.putIfAbsent(id, arrival));
    }

    int size() {
        return ids.size();
    }

    boolean isEmpty() {
        return ids.isEmpty() && !asking;
    }

    void clear() {
        ids.clear();
    }

    /** Takes some, if there is room; returns whether room is all that is missing. */
    boolean take(int room) {
        if (ids.isEmpty() || asking || core.now() < notBefore) {
            return false;
        }
        long bytes = intake.roomInBytes();
        if (room <= 0 || bytes <= 0) {
            return true;
        }
        long most = Math.clamp(bytes / core.inFlight.largest(), 1, Math.min(room, atOnce));
        var arrival = ids.values().iterator().next();
        var some = new ArrayList<String>();
        for (var next : ids.entrySet()) {
            if (some.size() == most || next.getValue() != arrival) {
                break;
            }
            some.add(next.getKey());
        }
        some.forEach(ids::remove);
        asking = true;
        core.expected += some.size();
        long asked = core.now();
        core.ask(() -> intake.member().take(key, some, false), (taken, failure) -> {
            asking = false;
            core.expected -= some.size();
            if (taken == null) {
                failed(some, arrival, failure);
            } else {
                grow(some.size());
                arrived(taken, arrival, asked);
            }
        });
        return false;
    }

    private void failed(List<String> some, Arrival arrival, @Nullable Throwable failure) {
        atOnce = 1;
        if (!Core.isGone(failure)) {
            some.forEach(id -> ids.put(id, arrival));
            notBefore = core.now() + core.jittered(1000);
        }
    }

    /** So many have come at once. What others leave another time may be larger. */
    private void grow(int taken) {
        int more = taken == atOnce ? Math.min(2 * atOnce, MOST_AT_ONCE) : atOnce;
        atOnce = ids.isEmpty() ? 1 : more;
    }

    private void arrived(Taken taken, Arrival arrival, long asked) {
        core.count(Count.CLAIMED, arrival == Arrival.ABANDONED ? taken.entries().size() : 0);
        gone(taken.gone());
        intake.hold(taken.entries(), arrival, asked);
    }

    /** Nobody can do anything about these any more. */
    void gone(List<String> lost) {
        new LinkedHashSet<>(lost).forEach(id -> {
            core.count(Count.TRIMMED, 1);
            core.later(() -> core.ports.listener().happened(Count.TRIMMED, key, id, "trimmed before it was done"));
        });
    }
}
