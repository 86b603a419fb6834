package io.hopeit.streams.engine;

import io.hopeit.streams.spi.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry that belongs to this consumer, from its arrival to its end. Guarded by the engine, except where it says so.
 *
 * {@snippet :
 * Verdict work(Delivery delivery) {
 *     handle(delivery.entry());
 *     return delivery.isLost() ? Verdict.GIVEN_UP : Verdict.DONE;
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class Delivery {
    /** Where it stands. */
    enum State {
        /** It waits for its turn. */
        WAITING,
        /** It is being worked on. */
        RUNNING,
        /** It has failed, and waits for its pause to be over. */
        HELD,
        /** It has been worked on, and the broker is to be told. */
        SETTLING
    }

    private static final int MANY_BEGUN = 2;

    private final Intake intake;
    private final @Nullable Object line;
    /** For its worker; it gets from one to the next by the engine. */
    private @Nullable Object seen;

    private final long size;
    private final boolean suspect;
    private Arrival arrival;
    private boolean forgiven;
    private volatile Entry entry;
    /** When the broker surely knew that it is ours. */
    private volatile long leasedAt;

    private volatile boolean lost;
    private State state = State.WAITING;
    private long since;
    private boolean overdue;
    private @Nullable Hand hand;

    Delivery(Intake intake, Entry entry, Ports.Line line, Arrival arrival, long leasedAt) {
        this.intake = intake;
        this.entry = entry;
        this.line = line.name();
        this.seen = line.seen();
        this.arrival = arrival;
        this.forgiven = arrival == Arrival.ABANDONED && entry.deliveries() > 0;
        this.suspect = arrival == Arrival.ABANDONED && entry.deliveries() >= MANY_BEGUN;
        this.size = entry.size();
        this.leasedAt = leasedAt;
    }

    /** The entry. Thread-safe. */
    public Entry entry() {
        return entry;
    }

    /** Whether somebody else has taken it by now: what is done to it counts for nothing. Thread-safe. */
    public boolean isLost() {
        return lost;
    }

    Intake intake() {
        return intake;
    }

    /** What {@link Ports.Lines} has seen of it; once, as who works with it may change it. For its worker. */
    public @Nullable Object seen() {
        var once = seen;
        seen = null;
        return once;
    }

    @Nullable
    Object line() {
        return line;
    }

    long size() {
        return size;
    }

    /** With which others it was dealt last. For its worker as well. */
    @Nullable
    Hand hand() {
        return hand;
    }

    void dealt(Hand with) {
        hand = with;
    }

    long leasedAt() {
        return leasedAt;
    }

    void leased(long now) {
        leasedAt = Math.max(leasedAt, now);
    }

    void lose() {
        lost = true;
    }

    State state() {
        return state;
    }

    /** Since when it is in this state. */
    long since() {
        return since;
    }

    void become(State next, long now) {
        state = next;
        since = now;
    }

    /** It runs for too long; true the first time. */
    boolean becomeOverdue() {
        boolean isNew = !overdue;
        overdue = true;
        return isNew;
    }

    boolean isOverdue() {
        return overdue;
    }

    /** It has ended; whether it had run for too long. */
    boolean endOverdue() {
        boolean was = overdue;
        overdue = false;
        return was;
    }

    /** Whether this is another delivery that has not been counted yet. */
    boolean isToBeCounted() {
        return arrival != Arrival.NEW;
    }

    /** Whether it may be what has ended those who worked on it: two have begun, and nobody has told how it went. */
    boolean isSuspect() {
        return suspect;
    }

    /** It is to be delivered once more, and that is to be counted. */
    void becomeDue() {
        arrival = Arrival.DUE;
    }

    /** That delivery has been counted, or may have been. */
    void becomeCounted() {
        arrival = Arrival.NEW;
    }

    /** How often it has been tried, but for the last time it was left lying: now that it has ended, that was not its fault. */
    long attempts() {
        return entry.deliveries() - (forgiven ? 1 : 0);
    }

    /** Whether an attempt of others was not its fault, and has not been taken off yet. */
    boolean forgive() {
        boolean isNew = forgiven;
        forgiven = false;
        return isNew;
    }

    void deliveredAgain(Entry again) {
        entry = again;
        arrival = Arrival.NEW;
    }
}
