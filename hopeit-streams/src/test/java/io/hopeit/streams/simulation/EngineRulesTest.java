package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.engine.Verdict;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the engine that have been broken, or might be. */
class EngineRulesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Verdict FAILED = new Verdict.Failed(new IllegalStateException("no"));

    private final Bench bench = new Bench();

    private static CompletableFuture<Object> failed(Kind kind, boolean isUnknown) {
        return CompletableFuture.failedFuture(new BrokerException("no", null, kind, isUnknown));
    }

    @Test
    void allWorkersWorkWhenOnlyOneOfSeveralStreamsHasMessages() {
        bench.concurrency = 3;
        bench.start("a", "b", "c");
        for (int i = 0; i < 10; i++) {
            bench.publish("a", "g" + i);
        }
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.working).hasSize(3);
    }

    @Test
    void allWorkersWorkWhenOnlyOneOfSeveralShardsHasMessages() {
        bench.concurrency = 3;
        bench.isOrdered = true;
        bench.startShards("me", "a", "b", "c");
        bench.pass(SECOND.multipliedBy(5));
        for (int i = 0; i < 10; i++) {
            bench.publish("c", "g" + i);
        }
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.working).hasSize(3);
    }

    @Test
    void aRetryIsNotPutOffUntilThereIsNothingNewToDo() {
        bench.start("a");
        for (int i = 0; i < 200; i++) {
            bench.publish("a", "g" + i);
        }
        bench.pass(SECOND);
        bench.finish(FAILED);
        bench.workEach(SECOND);
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.begun.stream().filter("g0"::equals)).hasSize(2);
    }

    @Test
    void whatIsAbandonedIsTakenOverThoughThereIsAlwaysSomethingNewToDo() {
        leave("a", 1, 1);
        bench.start("a");
        for (int i = 0; i < 200; i++) {
            bench.publish("a", "g" + i);
        }
        bench.workEach(SECOND);
        bench.pass(Duration.ofSeconds(60));

        assertThat(bench.begun).contains("left0");
    }

    @Test
    void whatIsTooLargeToBeReadWithOthersIsTakenOnlyWhenThereIsRoomForItsBytes() {
        bench.bytes = 10_000;
        var large = "g".repeat(5000);
        for (int i = 0; i < 50; i++) {
            bench.publish("a", large);
        }
        bench.concurrency = 50;
        bench.start("a");
        bench.pass(SECOND);

        assertThat(5000L * bench.engine().inFlight()).isLessThanOrEqualTo(15_000);
    }

    @Test
    void aMessageIsDoneOnceThoughItsArrivalIsLateAndASweepFails() {
        var late = new ArrayList<Runnable>();
        bench.start("a");
        bench.pass(SECOND);
        bench.arrivals = late::add;
        bench.publish("a", "g0");
        bench.tampering =
                (method, arguments, call) -> method.equals("sweep") ? failed(Kind.TRANSIENT, true) : call.get();
        bench.workEach(Duration.ofMillis(10));
        bench.pass(SECOND.multipliedBy(5));
        bench.arrivals = Runnable::run;
        late.forEach(Runnable::run);
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.begun).containsExactly("g0");
    }

    @Test
    void anErrorWhileAWorkerIsStartedIsNotTheEnd() {
        var times = new AtomicInteger();
        bench.starting = () -> {
            if (times.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
        };
        bench.start("a");
        try {
            bench.publish("a", "g0");
        } catch (OutOfMemoryError e) {
            // whoever has published it
        }
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.working).hasSize(1);
    }

    @Test
    void arrivalsThatCannotBeHandedOnAreLookedAtAllTheSame() {
        bench.start("a");
        bench.pass(SECOND);
        bench.arrivals = task -> {
            throw new IllegalStateException("the application ends");
        };
        bench.publish("a", "g0");
        bench.pass(SECOND);
        bench.arrivals = Runnable::run;
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.working).hasSize(1);
    }

    @Test
    void anEntryWhoseLineCannotBeSeenDoesNotStopTheOthers() {
        bench.lines = entry -> {
            if (SimConsumer.message(entry).equals("bad")) {
                throw new IllegalStateException("a getter fails");
            }
            return Ports.Line.NONE;
        };
        bench.concurrency = 5;
        bench.start("a");
        bench.publish("a", "bad");
        bench.pass(SECOND);
        bench.publish("a", "g1");
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.begun).contains("g1", "bad");
    }

    @Test
    void whatOthersHaveLeftIsTakenOneByOneUntilItIsKnownHowLargeItIs() {
        var taken = new ArrayList<Integer>();
        bench.tampering = (method, arguments, call) -> {
            boolean isFirst = method.equals("take") && arguments[2].equals(false); // and no further delivery
            if (isFirst) {
                taken.add(((List<?>) arguments[1]).size());
            }
            return isFirst && taken.size() == 4 ? failed(Kind.TRANSIENT, true) : call.get();
        };
        leave("a", 200, 1);
        bench.concurrency = 200;
        bench.start("a");
        bench.pass(Bench.IDLE.multipliedBy(3));

        assertThat(taken).startsWith(1, 2, 4, 8, 1, 2, 4);
        assertThat(bench.begun).hasSize(200);
        int before = taken.size();
        bench.engine().pause();
        bench.pass(SECOND);
        leave("a", 10, 1);
        bench.engine().resume();
        bench.pass(Bench.IDLE.multipliedBy(3));
        assertThat(taken.get(before)).isOne(); // what is left another time may be larger
    }

    /** The first of two messages is worked on, and is not tried again. */
    private void beginTheFirstOfTwo() {
        bench.maxDeliveries = 1;
        bench.start("a");
        bench.publish("a", "g0");
        bench.publish("a", "g1");
        bench.pass(SECOND);
    }

    /** A failure that says this of itself, or fails to. */
    private static Verdict failure(Supplier<String> message) {
        return new Verdict.Failed(new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                return message.get();
            }
        });
    }

    @Test
    void aFailureWhoseDescriptionOverflowsTheStackIsGivenUpLikeAnother() {
        beginTheFirstOfTwo();

        bench.finish(failure(() -> {
            throw new StackOverflowError();
        }));
        bench.pass(SECOND);

        assertThat(bench.begun).contains("g1");
        assertThat(bench.counts).containsEntry(Count.DEAD_LETTERED, 1L);
    }

    @Test
    void aFailureThatCannotBeDescribedEndsNoWorker() {
        beginTheFirstOfTwo();

        bench.finish(failure(() -> {
            throw new IllegalStateException("no message");
        }));
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.begun).contains("g1");
    }

    @Test
    void anAcknowledgementThatIsRepeatedAfterOthersIsNoLostLease() {
        var times = new AtomicInteger();
        bench.concurrency = 2;
        bench.start("a");
        bench.publish("a", "g0");
        bench.publish("a", "g1");
        bench.pass(SECOND);
        bench.tampering = (method, arguments, call) -> {
            if (method.equals("ack") && times.incrementAndGet() == 1) {
                call.get();
                return failed(Kind.TRANSIENT, true);
            }
            return call.get();
        };
        bench.finish(Verdict.DONE);
        bench.finish(Verdict.DONE);
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.engine().inFlight()).isZero();
        assertThat(bench.counted(Count.LEASE_LOST)).isZero();
    }

    @Test
    void nothingBeginsAfterTheEngineIsAbandoned() {
        leave("a", 2, 2);
        bench.concurrency = 2;
        bench.start("a");
        bench.pass(SECOND.multipliedBy(20));
        var answers = new ArrayList<Runnable>();
        bench.tampering = (method, arguments, call) -> {
            if (!method.equals("take")) {
                return call.get();
            }
            var answer = new CompletableFuture<Object>();
            var stage = (CompletionStage<?>) call.get();
            answers.add(() -> stage.thenAccept(answer::complete));
            return answer;
        };
        var stopped = bench.engine().stop();
        bench.finish(Verdict.DONE);
        bench.engine().abandon();
        answers.forEach(Runnable::run);
        bench.pass(SECOND.multipliedBy(5));

        assertThat(answers).hasSize(1);
        assertThat(bench.begun).hasSize(1);
        assertThat(stopped.toCompletableFuture()).isDone();
    }

    /** Leaves some behind that another consumer has begun so often. */
    private void leave(String key, int count, int deliveries) {
        var dead = bench.broker.join(List.of(key), Bench.GROUP, "dead", false);
        for (int i = 0; i < count; i++) {
            bench.publish(key, "left" + i);
        }
        dead.read(count, 1 << 20, SECOND);
        var ids = dead.owned(key, "", count).toCompletableFuture().join();
        for (int i = 1; i < deliveries; i++) {
            dead.take(key, ids, true);
        }
    }

    @Test
    void aReadThatFailsAfterThePauseHasBegunIsNoFailure() {
        var read = new CompletableFuture<Object>();
        bench.tampering = (method, arguments, call) -> method.equals("read") ? read : call.get();
        bench.start("a");
        bench.engine().pause();
        read.completeExceptionally(new BrokerException("no", null));
        bench.pass(SECOND);

        assertThat(bench.engine().failure()).isEmpty();
    }

    private void startWithoutScripts() {
        bench.tampering = (method, arguments, call) ->
                method.equals("sweep") || method.equals("owned") ? failed(Kind.PERMANENT, false) : call.get();
        bench.start("a");
    }

    @Test
    void aSweepThatIsRefusedForGoodIsTold() {
        startWithoutScripts();
        bench.pass(Duration.ofSeconds(60));

        assertThat(bench.told).isNotEmpty();
    }

    /** What takes longer than these is taken for work without end. */
    private void startWithShortRuns() {
        bench.concurrency = 2;
        bench.longestRun = Duration.ofSeconds(20);
        bench.start("a");
    }

    @Test
    void workWithoutEndThatHadToBeAloneHoldsUpNobodyForEver() {
        leave("a", 1, 2);
        startWithShortRuns();
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.begun).containsExactly("left0");
        bench.publish("a", "g1");
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.begun).contains("g1");
    }

    @Test
    void workWithoutEndDoesNotHoldUpWhatHasToBeAlone() {
        leave("a", 1, 2);
        startWithShortRuns();
        bench.publish("a", "endless");
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.begun).containsExactly("endless", "left0");
    }

    @Test
    void ofTwoThatHaveToBeAloneOneWithoutEndDoesNotHoldUpTheOther() {
        leave("a", 2, 2);
        startWithShortRuns();
        bench.pass(Duration.ofMinutes(5));

        assertThat(bench.begun).startsWith("left0", "left1");
    }

    @Test
    void whatIsNewIsReadThoughScriptsAreRefused() {
        startWithoutScripts();
        bench.pass(Duration.ofSeconds(30));
        bench.publish("a", "g0");
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.begun).containsExactly("g0");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
    void whatMayHaveBeenMissedIsLookedForOnceThatIsNotRefusedAnyMore(int seconds) {
        var isRefused = new AtomicBoolean(true);
        bench.isOrdered = true;
        bench.lines = entry -> new Ports.Line("key", null);
        bench.publish("a", "g0");
        bench.tampering = (method, arguments, call) -> {
            boolean isLost =
                    isRefused.get() && List.of("read", "owned", "sweep").contains(method);
            if (isLost && method.equals("read") && bench.told.isEmpty()) {
                call.get(); // its answer never comes
            }
            return isLost ? failed(Kind.PERMANENT, false) : call.get();
        };
        bench.start("a");
        bench.pass(Duration.ofSeconds(seconds));
        bench.publish("a", "g1");
        isRefused.set(false);
        bench.pass(Duration.ofSeconds(30));

        assertThat(bench.begun).containsExactly("g0");
    }

    @Test
    void anAttemptDoesNotSeeWhatTheLastOneHasChanged() {
        bench.isOrdered = true;
        bench.lines = entry -> new Ports.Line("key", new Object());
        bench.start("a");
        bench.publish("a", "g0");
        bench.pass(SECOND);

        assertThat(bench.working.getFirst().seen()).isNotNull();
        bench.finish(FAILED);
        bench.pass(SECOND.multipliedBy(5));

        assertThat(bench.begun).containsExactly("g0", "g0");
        assertThat(bench.working.getFirst().seen()).isNull();
    }

    @Test
    void whatWasGivenBackIsTriedNoMoreOftenThanOthers() {
        leave("a", 1, 1);
        var dead = bench.broker.join(List.of("a"), Bench.GROUP, "dead", false);
        dead.release("a", dead.owned("a", "", 1).toCompletableFuture().join(), Bench.IDLE);
        bench.maxDeliveries = 1;
        bench.start("a");
        bench.pass(SECOND.multipliedBy(30));
        bench.finish(FAILED);
        bench.pass(SECOND.multipliedBy(30));

        assertThat(bench.begun).containsExactly("left0");
        assertThat(bench.counted(Count.DEAD_LETTERED)).isEqualTo(1);
    }

    @Test
    void thePauseGrowsWhileWhatIsNeededIsNotThere() {
        bench.start("a");
        bench.publish("a", "g0");
        for (int i = 0; i < 6_000; i++) {
            bench.pass(Duration.ofMillis(100));
            if (!bench.working.isEmpty()) {
                bench.finish(new Verdict.Unavailable(new IllegalStateException("no")));
            }
        }

        assertThat(bench.begun).hasSizeBetween(10, 60);
        assertThat(bench.counted(Count.DEAD_LETTERED)).isZero();
    }

    @Test
    void aShardIsHandedOverThoughSomethingInItWaitsForARetry() {
        bench.isOrdered = true;
        bench.lines = entry -> new Ports.Line(entry.key(), null);
        bench.startShards("one", "a", "b");
        bench.pass(SECOND.multipliedBy(5));
        bench.publish("a", "g-a");
        bench.publish("b", "g-b");
        bench.pass(SECOND);
        bench.publish("a", "g-a2");
        bench.publish("b", "g-b2");
        var end = new boolean[1];
        bench.time.after(1, () -> refuseAll(end));
        var other = new Bench(bench.time, bench.broker);
        other.isOrdered = true;
        other.lines = bench.lines;
        other.startShards("two", "a", "b");
        bench.pass(Duration.ofMinutes(5));

        assertThat(other.begun).isNotEmpty();
    }

    private void refuseAll(boolean[] end) {
        if (!bench.working.isEmpty()) {
            bench.finish(new Verdict.Unavailable(new IllegalStateException("busy")));
        }
        bench.time.after(10, () -> refuseAll(end));
    }

    @Test
    void whatWasLeftIsRecoveredAsFastAsItIsDone() {
        leave("a", 1000, 1);
        bench.pass(Bench.IDLE);
        bench.concurrency = 1;
        bench.start("a");
        bench.workEach(Duration.ofMillis(1));
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.begun).hasSize(1000);
    }

    @Test
    void whatIsInHandIsDoneThoughItsStreamIsLost() {
        bench.start("a");
        bench.publish("a", "g0");
        bench.pass(SECOND);
        bench.tampering = (method, arguments, call) -> method.equals("extend") ? failed(Kind.STATE, false) : call.get();
        bench.pass(SECOND.multipliedBy(10));

        assertThat(bench.told).doesNotContain("interrupt g0");
    }

    @Test
    void aReadLongerThanTheIdleTimeBringsWhatCanBeginAtOnce() {
        var takes = new AtomicInteger();
        bench.tampering = (method, arguments, call) -> {
            takes.addAndGet(method.equals("take") ? 1 : 0);
            return call.get();
        };
        bench.idle = SECOND;
        bench.start("a");
        bench.pass(Duration.ofMillis(1500));
        bench.publish("a", "g0");
        bench.pass(SECOND);

        assertThat(bench.begun).containsExactly("g0");
        assertThat(takes).hasValue(0);
    }
}
