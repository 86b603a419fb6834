package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.soon;
import static io.hopeit.streams.DepotApp.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.DeadLetter;
import io.hopeit.streams.engine.EngineListener.Count;
import io.hopeit.streams.spi.Append;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose work fails. */
abstract class DeliveryContract extends DeliveryOrderContract {
    @Test
    void isTriedAgainAfterAPauseThatGrowsUntilItSucceeds() {
        start(Map.of(".backoff", "PT0.2S"));
        app.ledger().failing("p1", 2);

        app.desk().send("p1");

        until(() -> app.ledger().done().equals(List.of("p1")));
        assertThat(app.ledger().attempts("p1")).isEqualTo(3);
        assertThat(app.ledger().pauseAfter("p1", 1)).isGreaterThanOrEqualTo(100);
        assertThat(app.ledger().pauseAfter("p1", 2)).isGreaterThanOrEqualTo(200);
        until(() -> app.pending() == 0);
        assertThat(app.letters()).isEmpty();
    }

    @Test
    void isADeadLetterWithAllItsFieldsWhenItHasFailedTooOften() {
        start(Map.of(".max-deliveries", "2", ".backoff", "PT0.1S"));
        app.ledger().failing("p1", 99);

        app.desk().send("p1");

        until(() -> app.letters().size() == 1);
        var letter = app.letters().getFirst();
        assertThat(app.ledger().attempts("p1")).isEqualTo(2);
        assertThat(letter.deliveries()).isEqualTo(2);
        assertThat(letter.error()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.message()).isEqualTo("nobody at home: p1");
        assertThat(letter.fields()).containsEntry("id", "p1").containsEntry("type", "depot.Parcel");
        assertThat(letter.fields()).containsKeys("payload", "ser", "comp", "queue", "track.request_id");
        assertThat(app.pending()).isZero();
    }

    @Test
    void isADeadLetterAtOnceAfterAnErrorThatAborts() {
        start(Map.of(".abort-on", "java.lang.IllegalStateException"));
        app.ledger().failing("p1", 99);

        app.desk().send("p1");

        soon().untilAsserted(() ->
                assertThat(app.letters()).extracting(DeadLetter::deliveries).containsExactly(1L));
        assertThat(app.times(Count.RETRIED)).isZero();
    }

    @Test
    void isDroppedWhereDeadLettersAreNotWanted() {
        start(Map.of(".max-deliveries", "1", ".dead-letter", "false"));
        app.ledger().failing("p1", 99);

        app.desk().send("p1");

        until(() -> app.times(Count.DROPPED) == 1);
        until(() -> app.pending() == 0);
        assertThat(app.letters()).isEmpty();
    }

    @Test
    void isADeadLetterAtOnceWhenNobodyCanReadIt() throws Exception {
        start(Map.of());

        append(Map.of("payload", "?".getBytes(UTF_8)));
        app.desk().send("p1");

        until(() -> app.letters().size() == 1);
        var letter = app.letters().getFirst();
        assertThat(letter.error()).isEqualTo("unreadable");
        assertThat(letter.message()).isEqualTo("it has no field \"type\"");
        assertThat(letter.deliveries()).isEqualTo(1);
        until(() -> app.ledger().done().equals(List.of("p1")));
    }

    private void append(Map<String, byte[]> fields) throws Exception {
        app.deployed()
                .broker()
                .append(Append.of(Depot.KEY, fields))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void aDeadLetterThatIsRedrivenIsDeliveredAgainToItsGroupOnly() {
        start(Map.of(".max-deliveries", "1"), Depot.Audit.class);
        app.ledger().failing("p1", 1);
        app.desk().send("p1");
        until(() -> app.letters().size() == 1);

        assertThat(app.deadLetters().redrive(List.of(app.letters().getFirst().id())))
                .isEqualTo(1);

        until(() -> app.ledger().done().equals(List.of("p1")));
        until(() -> app.pending() == 0);
        assertThat(app.letters()).isEmpty();
        until(() -> !app.ledger().audited().isEmpty()); // that group has no hurry
        soon().during(Duration.ofMillis(300)).until(() -> app.ledger().audited().equals(List.of("p1")));
    }

    @Test
    void aDeadLetterThatIsDiscardedIsGone() {
        start(Map.of(".max-deliveries", "1"));
        app.ledger().failing("p1", 1);
        app.desk().send("p1");
        until(() -> app.letters().size() == 1);

        assertThat(app.deadLetters().discard(List.of(app.letters().getFirst().id())))
                .isEqualTo(1);

        assertThat(app.letters()).isEmpty();
        app.desk().send("p2");
        until(() -> app.ledger().done().equals(List.of("p2")));
        assertThat(app.ledger().attempts("p1")).isEqualTo(1);
    }

    /** R14: whatever a step throws, its consumer goes on. */
    @Test
    void nothingThatAStepThrowsEndsItsConsumer() {
        start(Map.of(".max-deliveries", "1", ".concurrency", "1"));
        var failures = List.of(
                new IllegalStateException("runtime"),
                new IOException("checked"),
                new AssertionError("assertion"),
                new StackOverflowError(),
                new NoClassDefFoundError("gone"),
                new InterruptedException(),
                new OutOfMemoryError("pretended"),
                new Throwable("neither"));

        for (int i = 0; i < failures.size(); i++) {
            var failure = failures.get(i);
            app.ledger().plan("bad" + i, number -> sneak(failure));
            app.desk().send("bad" + i, "good" + i);
        }

        soon().untilAsserted(() -> assertThat(app.ledger().done()).hasSize(failures.size()));
        until(() -> app.letters().size() == failures.size());
        until(() -> app.pending() == 0); // what is done is acknowledged a moment later
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the compiler is not to know
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
