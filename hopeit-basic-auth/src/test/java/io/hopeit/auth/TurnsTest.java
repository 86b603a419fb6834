package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private Thread occupy(Turns turns) throws InterruptedException {
        var thread = Thread.ofVirtual()
                .start(() -> turns.take(() -> {
                    started.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "";
                }));
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        return thread;
    }

    @Test
    void whoHasWaitedForLongIsTurnedAway() throws Exception {
        var turns = new Turns(1, 10, Duration.ofMillis(20));
        var first = occupy(turns);
        var calls = new AtomicInteger();

        assertThatThrownBy(() -> turns.take(calls::incrementAndGet)).isInstanceOf(BulkheadException.class);
        assertThat(calls).hasValue(0);

        end.countDown();
        first.join();
        assertThat(turns.take(() -> "done")).isEqualTo("done");
    }

    @Test
    void whoWouldWaitBehindManyIsTurnedAwayAtOnce() throws Exception {
        var turns = new Turns(1, 1, Duration.ofDays(1));
        var first = occupy(turns);
        var second = queue(turns, () -> {});

        assertThatThrownBy(() -> turns.take(() -> "")).isInstanceOf(BulkheadException.class);
        end.countDown();
        first.join();
        second.join();
    }

    @Test
    void whoWaitsGoesBeforeWhoComesLater() throws Exception {
        var turns = new Turns(1, 10, Duration.ofDays(1));
        var order = new CopyOnWriteArrayList<String>();
        Supplier<Boolean> later = () -> order.add("later"); // made before, as that takes a while
        var waiting = turns.take(() -> queue(turns, () -> order.add("waiting")));
        turns.take(later);
        waiting.join();

        assertThat(order).containsExactly("waiting", "later");
    }

    /** A thread that waits for its turn. */
    private static Thread queue(Turns turns, Runnable work) {
        var thread = Thread.ofPlatform()
                .start(() -> turns.take(() -> {
                    work.run();
                    return "";
                }));
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return thread;
    }

    @Test
    void aFailureEndsTheTurn() {
        var turns = new Turns(1, 1, Duration.ofMillis(20));
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(turns.take(() -> "done")).isEqualTo("done");
    }
}
