package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.Backoff;
import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the streams of one member as there is room. The next read goes out as soon as the answer to the last one begins to
 * come, so that the server works on it while this answer is read. Guarded by the engine.
 */
final class Intake {
    /** A trouble that needs a person is looked at less often. */
    private static final long NEEDS_HELP_MILLIS = 10_000;

    private final Core core;
    private final GroupMember member;
    private final Recovery recovery;
    private final Arrivals arrivals;
    private final Backoff backoff;
    private final Duration block;
    /** How many reads have not ended, and what they may bring. */
    private int underWay;

    private int expected;
    private long expectedBytes;
    /** The last one, while nothing has come of it yet. */
    private @Nullable Asked waiting;

    private long failures;
    private boolean open;
    private boolean recovering;
    private long openUntil = Long.MAX_VALUE;
    private long notBefore;
    private long lastRead;
    private long overdueAt;
    private boolean hasRead;
    private @Nullable Throwable failure;

    Intake(Core core, GroupMember member) {
        this.core = core;
        this.member = member;
        this.recovery = new Recovery(core, this);
        this.arrivals = new Arrivals(core.ports);
        this.backoff = new Backoff(core.ports.random());
        this.lastRead = core.now();
        // what arrives at its end must not look as if it had long been ours
        long fresh = Math.max(1, core.settings.lease().idle().toMillis() / 3);
        this.block = Duration.ofMillis(Math.min(core.settings.block().toMillis(), fresh));
    }

    GroupMember member() {
        return member;
    }

    Recovery recovery() {
        return recovery;
    }

    /** Whether what others have left is looked for. */
    void recover(boolean isRecovering) {
        recovering = isRecovering;
    }

    boolean isRecovering() {
        return recovering;
    }

    /** Whether what is new is read. */
    void open(boolean isOpen) {
        open = isOpen;
        lastRead = core.now();
        if (!isOpen && failure != null) {
            failure = null; // it reads no more, so it does not fail to
            core.failing--;
        }
        endIfClosed();
    }

    /** Ends a read that is not to wait any more, should it have gone out after it was to be ended. */
    void endIfClosed() {
        if (!open) {
            wake();
        }
    }

    /** Ends the read that waits, if there is one. */
    void wake() {
        if (waiting != null) {
            waiting.isWoken = true;
            core.later(member::wake);
        }
    }

    /** Reads nothing new from then on, whether or not it has been closed by then. */
    void openUntil(long end) {
        openUntil = end;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether a read may still bring something. */
    boolean isReading() {
        return underWay > 0;
    }

    /** What may still be held beside what reads are to bring. */
    long roomInBytes() {
        return core.roomInBytes() - expectedBytes;
    }

    /** Whether a read waits, of which nothing has come yet. */
    boolean isWaiting() {
        return waiting != null;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether a read has ever succeeded, so that its groups exist. */
    boolean hasRead() {
        return hasRead;
    }

    /** How long it has not read, in ms; a read that goes on counts only when it should have ended long ago. */
    long silence() {
        long now = core.now();
        boolean isFine = underWay > 0 && failure == null;
        return isFine ? Math.max(0, now - overdueAt) : now - lastRead;
    }

    /** Reads what it should, at least one of each stream, if it may and there is room. */
    void read(int share, int room) {
        long now = core.now();
        if (!open
                || now >= openUntil
                || waiting != null
                || now < notBefore
                || recovery.isBehind()
                || core.queue.size() > core.pace.ahead() / 2) {
            return;
        }
        int keys = member.keys().size();
        int wanted = Math.min(Math.ceilDiv(share - expected, keys), core.settings.batchSize());
        int count = Math.min(wanted, room / keys);
        long bytes = Math.ceilDiv(roomInBytes(), 2); // the other half is for the next one
        if (count <= 0 || bytes <= 0) {
            return;
        }
        var asked = new Asked(count * keys, bytes, now, failures);
        waiting = asked;
        overdueAt = now + block.toMillis();
        expect(asked, 1);
        var answer = new CompletableFuture<Batch>();
        // now, so that answers are looked at in the order in which reads go out
        arrivals.expect(answer, (batch, e) -> arrived(asked, batch, e));
        core.later(() -> ask(count, asked, answer));
    }

    private void expect(Asked asked, int sign) {
        underWay += sign;
        expected += sign * asked.expected;
        core.expected += sign * asked.expected;
        expectedBytes += sign * asked.bytes;
    }

    private void ask(int count, Asked asked, CompletableFuture<Batch> answer) {
        try {
            var unused = member.read(count, asked.bytes, block, () -> core.change(() -> comes(asked)))
                    .whenComplete((batch, e) -> {
                        if (batch == null) {
                            answer.completeExceptionally(e == null ? new IllegalStateException("no answer") : e);
                        } else {
                            answer.complete(batch);
                        }
                    });
        } catch (Throwable e) { // an Error too: it would seem to be on its way for ever
            answer.completeExceptionally(e);
        }
    }

    private void comes(Asked asked) {
        if (waiting == asked) {
            waiting = null;
        }
    }

    /** Which line an entry is of may take a while to see, so it is looked at before the lock is taken. */
    private void arrived(Asked asked, @Nullable Batch batch, @Nullable Throwable failed) {
        List<Delivery> deliveries;
        try {
            deliveries = batch == null ? List.of() : deliveries(batch.entries(), Arrival.NEW, asked.at);
        } catch (Throwable e) { // an Error too, as no memory: the read would seem to be on its way for ever
            ended(asked, () -> failed(asked, e));
            return;
        }
        ended(
                asked,
                batch == null ? () -> failed(asked, Core.cause(failed)) : () -> succeeded(batch, deliveries, asked));
    }

    private void ended(Asked asked, Runnable how) {
        core.change(() -> {
            comes(asked);
            expect(asked, -1);
            how.run();
        });
    }

    private List<Delivery> deliveries(List<Entry> entries, Arrival arrival, long asked) {
        var deliveries = new ArrayList<Delivery>(entries.size());
        for (Entry entry : entries) {
            deliveries.add(new Delivery(this, entry, line(entry), arrival, asked));
        }
        return deliveries;
    }

    /** One that cannot be looked at is on its own: the work on it will say why, and the others are not held up. */
    private Ports.Line line(Entry entry) {
        try {
            return core.ports.lines().of(entry);
        } catch (Throwable e) { // an Error too, as of payloads that are nested too deep
            return Ports.Line.NONE;
        }
    }

    private void failed(Asked asked, @Nullable Throwable reason) {
        recovery.mayHaveMissed();
        failures++;
        if (!open || asked.isWoken) {
            return; // it is not to read, so it has not failed to
        }
        boolean isNew = failure == null;
        core.failing += isNew ? 1 : 0;
        failure = reason == null ? new IllegalStateException("no answer") : reason;
        boolean needsHelp =
                reason instanceof BrokerException broker && broker.kind().needsHelp();
        long pause = backoff.next().toMillis();
        notBefore = core.now() + (needsHelp && !isNew ? core.jittered(NEEDS_HELP_MILLIS) : pause);
        var told = failure;
        core.later(() -> core.ports.listener().failed("read", told));
    }

    private void succeeded(Batch batch, List<Delivery> deliveries, Asked asked) {
        if (failure != null && --core.failing == 0) {
            core.later(() -> core.ports.listener().recovered("read"));
        }
        if (failure != null) {
            recovery.lookAgain();
        }
        boolean wasLong = core.now() - lastRead >= core.settings.lease().idle().toMillis() / 3;
        if (failure != null && wasLong) {
            recovery.holdOff();
        }
        failure = null;
        backoff.reset();
        lastRead = core.now();
        hasRead = true;
        core.count(Count.READ, deliveries.size());
        core.count(Count.RECREATED, batch.recreated().size());
        batch.recreated()
                .forEach(key -> core.later(() -> core.ports
                        .listener()
                        .happened(
                                Count.RECREATED,
                                key,
                                "",
                                "its group had gone, and begins anew with the oldest entry")));
        boolean isAfterOthers = core.settings.isOrdered() && recovery.isBehind();
        batch.withheld().forEach((key, ids) -> recovery.backlog(key).add(ids, Arrival.NEW));
        if (asked.failures < failures
                || isAfterOthers
                || core.paused
                || core.now() - asked.at >= core.settings.lease().idle().toMillis()) {
            // some of the read before are missing, or have yet to be taken; or the answer has waited so long that
            // somebody may have taken them
            deliveries.forEach(late -> recovery.backlog(late.entry().key())
                    .add(List.of(late.entry().id()), Arrival.NEW));
        } else {
            deliveries.forEach(this::hold);
        }
    }

    void hold(List<Entry> entries, Arrival arrival, long asked) {
        deliveries(entries, arrival, asked).forEach(this::hold);
    }

    private void hold(Delivery delivery) {
        if (core.inFlight.add(delivery)) {
            delivery.become(State.WAITING, core.now());
            core.queue.add(delivery);
        }
    }
}
