package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.EventTimeoutException;
import io.hopeit.Gathered;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CollectorFailuresTest {

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"breaks", "sleeps", "waits"})
    @Steps({"ask", "answer"})
    static class Breaks {
        static final CountDownLatch ASLEEP = new CountDownLatch(1);
        static final AtomicBoolean INTERRUPTED = new AtomicBoolean();
        static final AtomicBoolean WAITED = new AtomicBoolean();

        String breaks(String text) throws Exception {
            ASLEEP.await();
            throw new IOException(text);
        }

        String sleeps(String text) throws InterruptedException {
            ASLEEP.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.sleep(50); // it has something to put away
                INTERRUPTED.set(true);
                throw e;
            }
            return text;
        }

        String waits(@Gathered("breaks") String never) {
            WAITED.set(true);
            return never;
        }

        String answer(Collected all) {
            return "";
        }
    }

    @Test
    void theStepFailsWithWhatAMethodThrowsWhenTheInterruptedOthersHaveEnded() {
        try (var deployed = Deployed.of(Breaks.class)) {
            assertThatThrownBy(() -> deployed.run("breaks", "disk full"))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThat(Breaks.INTERRUPTED).isTrue();
            assertThat(Breaks.WAITED).isFalse();
        }
    }

    @PostEvent
    @Collector(
            name = "ask",
            gather = {"one", "two"})
    @Steps({"ask", "answer"})
    static class TooSlow {
        static final CountDownLatch INTERRUPTED = new CountDownLatch(2);

        String one(String text) throws InterruptedException {
            return sleep(text);
        }

        String two(String text) throws InterruptedException {
            return sleep(text);
        }

        private static String sleep(String text) throws InterruptedException {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                INTERRUPTED.countDown();
                throw e;
            }
            return text;
        }

        String answer(Collected all) {
            return "";
        }
    }

    @Test
    void theEventsTimeoutInterruptsAllMethods() {
        try (var deployed = Deployed.with(Map.of("hopeit.event.too-slow.timeout", "PT2S"), TooSlow.class)) {
            assertThatThrownBy(() -> deployed.run("too_slow", "")).isInstanceOf(EventTimeoutException.class);
            assertThat(TooSlow.INTERRUPTED.getCount()).isZero();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @PostEvent
    @Dependent
    @Collector(
            name = "ask",
            gather = {"breaks", "cleans"})
    @Steps({"ask", "answer"})
    static class Released {
        static final CyclicBarrier BOTH = new CyclicBarrier(2);
        static final AtomicBoolean AFTER_ITS_END = new AtomicBoolean();
        private volatile boolean destroyed;

        String breaks(String text) throws Exception {
            BOTH.await(20, TimeUnit.SECONDS);
            throw new IOException(text);
        }

        String cleans(String text) throws Exception {
            BOTH.await(20, TimeUnit.SECONDS);
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.sleep(50);
                AFTER_ITS_END.set(destroyed);
            }
            return text;
        }

        String answer(Collected all) {
            return "";
        }

        @PreDestroy
        void destroy() {
            destroyed = true;
        }
    }

    @Test
    void aDependentEventIsNotDestroyedWhileAMethodRuns() {
        try (var deployed = Deployed.of(Released.class)) {
            assertThatThrownBy(() -> deployed.run("released", "x")).isInstanceOf(IOException.class);
            assertThat(Released.AFTER_ITS_END).isFalse();
        }
    }

    @PostEvent
    @Collector(name = "ask", gather = "one")
    @Steps({"ask", "answer"})
    static class Overflows {
        String one(String text) {
            throw new AssertionError(text);
        }

        String answer(Collected all) {
            return "";
        }
    }

    @Test
    void anErrorComesOutToo() {
        try (var deployed = Deployed.of(Overflows.class)) {
            assertThatThrownBy(() -> deployed.run("overflows", "wrong"))
                    .isExactlyInstanceOf(AssertionError.class)
                    .hasMessage("wrong");
        }
    }
}
