package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.StreamReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcksTest {
    private final Slow reader = new Slow();
    private final Acks acks = new Acks(reader, "orders");

    /** A broker that answers when the test says so. */
    private static final class Slow implements StreamReader {
        private record Call(List<String> ids, CompletableFuture<Long> answer) {}

        private final List<Call> calls = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<Long> ack(String key, List<String> ids) {
            var call = new Call(ids, new CompletableFuture<>());
            calls.add(call);
            return call.answer();
        }

        @Override
        public List<Entry> read(int count, Duration block) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private void answer(int call) {
        reader.calls.get(call).answer().complete(1L);
    }

    @Test
    void aSingleOneGoesAtOnce() {
        acks.add("1");

        assertThat(reader.calls).extracting(Slow.Call::ids).containsExactly(List.of("1"));
    }

    @Test
    void whatGathersMeanwhileGoesTogether() {
        acks.add("1");
        acks.add("2");
        acks.add("3");
        assertThat(reader.calls).hasSize(1);

        answer(0);

        assertThat(reader.calls).extracting(Slow.Call::ids).containsExactly(List.of("1"), List.of("2", "3"));
    }

    @Test
    void atMost500GoTogether() {
        IntStream.rangeClosed(0, 600).forEach(i -> acks.add("" + i));
        answer(0);
        answer(1);

        assertThat(reader.calls).extracting(call -> call.ids().size()).containsExactly(1, 500, 100);
    }

    private void fail(int call) {
        reader.calls.get(call).answer().completeExceptionally(new BrokerException("down", null));
    }

    @Test
    void aFailedOneGoesAgainWithTheNext() {
        acks.add("1");
        fail(0);
        acks.add("2");

        assertThat(reader.calls).extracting(Slow.Call::ids).containsExactly(List.of("1"), List.of("1", "2"));
    }

    @Test
    void aFailedOneIsRetriedWhenAsked() {
        acks.add("1");
        fail(0);
        acks.retry();
        acks.retry();

        assertThat(reader.calls).extracting(Slow.Call::ids).containsExactly(List.of("1"), List.of("1"));
    }

    @Test
    void aFlushRetriesWhatFails() throws Exception {
        acks.add("1");
        fail(0);
        var flushing = CompletableFuture.supplyAsync(() -> flush(Duration.ofMinutes(1)));
        await().atMost(Duration.ofSeconds(2)).until(() -> reader.calls.size() == 2);
        fail(1);
        await().atMost(Duration.ofSeconds(2)).until(() -> reader.calls.size() == 3);
        answer(2);

        assertThat(flushing.get(5, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aFlushWaitsForTheAnswers() throws Exception {
        acks.add("1");
        var flushing = CompletableFuture.supplyAsync(() -> flush(Duration.ofMinutes(1)));
        assertThat(flushing).isNotDone();

        answer(0);

        assertThat(flushing.get()).isZero();
    }

    private int flush(Duration patience) {
        try {
            return acks.flush(Deadline.in(patience));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFlushWithoutAnswersTellsHowManyAreLeft() {
        acks.add("1");
        acks.add("2");

        assertThat(flush(Duration.ofMillis(20))).isEqualTo(2);
    }
}
