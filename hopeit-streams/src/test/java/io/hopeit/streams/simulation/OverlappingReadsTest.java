package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.engine.Ports;
import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.BrokerException.Kind;
import io.hopeit.streams.spi.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The next read goes out while the answer to the last one comes; what holds for one read at a time holds all the same. */
class OverlappingReadsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int PUBLISHED = 150;

    private final Bench bench = new Bench();
    private final List<Read> reads = new ArrayList<>();
    private boolean areHeld = true;
    /** How many entries of an answer fit into its bytes. */
    private int fit = Integer.MAX_VALUE;

    private final List<Runnable> takes = new ArrayList<>();

    /** A read whose answer has begun to come, and ends when a test says so. */
    private record Read(int count, long bytes, Batch batch, CompletableFuture<Batch> answer) {
        void end() {
            answer.complete(batch);
        }

        void breakOff() {
            answer.completeExceptionally(new BrokerException("broken", null, Kind.TRANSIENT, true));
        }
    }

    @BeforeEach
    void publish() {
        bench.concurrency = 200;
        bench.tampering = this::hold;
        for (int i = 0; i < PUBLISHED; i++) {
            bench.publish("a", "g" + i);
        }
    }

    @SuppressWarnings("unchecked") // what reads return
    private Object hold(String method, Object[] arguments, Supplier<Object> call) {
        var answer = call.get();
        if (method.equals("take") && areHeld) {
            var late = new CompletableFuture<Object>();
            takes.add(() -> late.complete(
                    ((CompletionStage<?>) answer).toCompletableFuture().join()));
            return late;
        }
        var batch = method.equals("read") && areHeld
                ? ((CompletionStage<Batch>) answer).toCompletableFuture().getNow(Batch.EMPTY)
                : Batch.EMPTY;
        if (batch.entries().isEmpty()) {
            return answer;
        }
        var read = new Read((int) arguments[0], (long) arguments[1], cut(batch), new CompletableFuture<>());
        reads.add(read);
        ((Runnable) arguments[3]).run();
        return read.answer();
    }

    private Batch cut(Batch batch) {
        var entries = batch.entries();
        if (entries.size() <= fit) {
            return batch;
        }
        var withheld = entries.stream()
                .skip(fit)
                .collect(Collectors.groupingBy(Entry::key, Collectors.mapping(Entry::id, Collectors.toList())));
        return new Batch(entries.subList(0, fit), withheld, List.of());
    }

    @Test
    void theNextReadGoesOutWhenTheAnswerToTheLastOneBeginsToCome() {
        bench.start("a");

        assertThat(reads).extracting(Read::count).containsExactly(100, 100);
        reads.forEach(Read::end);
        bench.pass(SECOND);
        assertThat(bench.begun).containsExactlyElementsOf(all());
    }

    @Test
    void allThatIsOnItsWayFitsIntoTheBytes() {
        bench.bytes = 10_000;
        bench.start("a");

        assertThat(reads).hasSize(2);
        assertThat(reads.stream().mapToLong(Read::bytes).sum()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void whatTheNextReadBringsComesAfterWhatTheFailedOneShouldHaveBrought() {
        bench.isOrdered = true;
        bench.lines = entry -> new Ports.Line("all", null);
        bench.start("a");
        areHeld = false;

        reads.getFirst().breakOff();
        reads.getLast().end();
        bench.workEach(Duration.ofMillis(10));
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.begun).containsExactlyElementsOf(all());
    }

    @Test
    void whatDidNotFitIntoAnAnswerIsNotOvertakenByTheNextRead() {
        bench.isOrdered = true;
        bench.lines = entry -> new Ports.Line("all", null);
        fit = 60;
        bench.start("a");

        reads.forEach(Read::end);
        assertThat(takes).hasSize(1);
        areHeld = false;
        takes.forEach(Runnable::run);
        bench.workEach(Duration.ofMillis(10));
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.begun).containsExactlyElementsOf(all());
    }

    @Test
    void whatArrivesDuringAPauseBeginsAfterIt() {
        bench.start("a");
        bench.engine().pause();

        reads.forEach(Read::end);
        bench.pass(SECOND);
        assertThat(bench.begun).isEmpty();
        areHeld = false;
        bench.engine().resume();
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.begun).containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void whatIsLookedAtForLongIsNotOvertakenByTheNextRead() {
        bench.isOrdered = true;
        bench.lines = entry -> new Ports.Line("all", null);
        var looks = new ArrayList<Runnable>();
        bench.arrivals = looks::add;
        bench.start("a");

        reads.getLast().end();
        reads.getFirst().end();

        assertThat(looks).hasSize(1);
        looks.removeFirst().run();
        looks.removeFirst().run();
        bench.workEach(Duration.ofMillis(10));
        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.begun).containsExactlyElementsOf(all());
    }

    private static List<String> all() {
        return IntStream.range(0, PUBLISHED).mapToObj(i -> "g" + i).toList();
    }
}
