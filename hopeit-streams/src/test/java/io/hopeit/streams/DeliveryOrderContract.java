package io.hopeit.streams;

import static io.hopeit.streams.DepotApp.soon;
import static io.hopeit.streams.DepotApp.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.EventLoop.State;
import io.hopeit.streams.engine.EngineListener.Count;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which message waits for which, and how many are worked on at once. */
abstract class DeliveryOrderContract extends PublishRulesContract {
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void aKeyKeepsItsOrderThroughARetryWhileOtherKeysGoOn() {
        start(Map.of(".order", "key", ".order-key", "customer", ".backoff", "PT0.3S"));
        app.ledger().plan("ann1", number -> {
            if (number == 1) {
                throw new IllegalStateException("nobody at home");
            }
            until(() -> app.ledger().done().contains("bob1")); // who has not waited for it
        });

        app.desk().sendTo("ann", "ann1");
        app.desk().sendTo("ann", "ann2");
        app.desk().sendTo("bob", "bob1");
        app.desk().sendTo("ann", "ann3");

        soon().untilAsserted(() -> assertThat(app.ledger().done()).containsExactly("bob1", "ann1", "ann2", "ann3"));
        assertThat(app.ledger().attempts("ann1")).isEqualTo(2);
    }

    @Test
    void aStreamKeepsItsOrderThroughARetry() {
        start(Map.of(".order", "stream", ".backoff", "PT0.3S"));
        app.ledger().failing("p2", 2);

        app.desk().send("p1", "p2", "p3", "p4");

        soon().untilAsserted(() -> assertThat(app.ledger().done()).containsExactly("p1", "p2", "p3", "p4"));
    }

    @Test
    void aDeadLetterLetsThoseBehindItPass() {
        start(Map.of(".order", "stream", ".max-deliveries", "2", ".backoff", "PT0.1S"));
        app.ledger().failing("p1", 99);

        app.desk().send("p1", "p2");

        until(() -> app.ledger().done().equals(List.of("p2")));
        assertThat(app.ledger().attempts("p1")).isEqualTo(2);
    }

    @Test
    void noMoreIsReadThanMayBeInFlight() {
        start(Map.of(".max-in-flight", "3"));
        for (int i = 0; i < 10; i++) {
            app.ledger().lasting("p" + i, end);
            app.desk().send("p" + i);
        }

        until(() -> app.pending() == 3);
        soon().during(Duration.ofMillis(400)).until(() -> app.pending() == 3);
        end.countDown();

        until(() -> app.ledger().done().size() == 10);
    }

    @Test
    void nothingBeginsWhileItPausesAndAllGoesOnAfterwards() {
        start(Map.of());
        app.desk().send("p1");
        until(() -> app.ledger().done().equals(List.of("p1")));

        app.loop("deliver").pause();
        assertThat(app.loop("deliver").state()).isEqualTo(State.PAUSED);
        app.desk().send("p2");
        soon().during(Duration.ofMillis(500)).until(() -> app.ledger().attempts("p2") == 0);
        app.loop("deliver").resume();

        until(() -> app.ledger().done().equals(List.of("p1", "p2")));
    }

    @Test
    void aNewGroupCanBeginWithWhatComes() throws Exception {
        start(Map.of(".start-from", "$", "hopeit.streams.start", "false"));
        app.desk().send("old");

        app.loop("deliver").start();
        until(() -> ((ConsumerLoop) app.loop("deliver")).hasJoined());
        app.desk().send("new");

        until(() -> app.ledger().done().equals(List.of("new")));
        assertThat(app.ledger().attempts("old")).isZero();
    }

    @Test
    void workThatCannotBeInterruptedHoldsUpNothingElse() {
        start(Map.of(".concurrency", "2", "hopeit.event.deliver.timeout", "PT1S"));
        app.ledger().plan("p0", number -> awaitUninterruptibly());

        app.desk().send("p0", "p1", "p2");

        until(() -> app.ledger().done().equals(List.of("p1", "p2")));
        until(() -> app.times(Count.OVERDUE) == 1);
        app.desk().send("p3");
        until(() -> app.ledger().done().contains("p3"));
    }

    private void awaitUninterruptibly() {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                // that is the point
            }
        }
    }
}
