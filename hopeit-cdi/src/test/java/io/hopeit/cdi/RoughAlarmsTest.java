package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hopeit.spi.ManagedThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoughAlarmsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private static void happens(RoughAlarms alarms) throws InterruptedException {
        var happened = new CountDownLatch(1);
        alarms.after(SOON, happened::countDown);
        try {
            assertThat(happened.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            alarms.stop();
        }
    }

    @Test
    void whatFailsKeepsNothingElseFromHappening() throws Exception {
        var alarms = new RoughAlarms(new ManagedThreads());
        var failed = new CountDownLatch(1);
        alarms.after(SOON, () -> {
            failed.countDown();
            throw new OutOfMemoryError("no memory");
        });
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();

        happens(alarms);
    }

    @Test
    void aThreadThatCannotBeStartedIsStartedTheNextTime() throws Exception {
        var alarms = new RoughAlarms(new ManagedThreads() {
            private final AtomicInteger times = new AtomicInteger();

            @Override
            public Thread loop(String name, Runnable loop) {
                return times.incrementAndGet() > 1
                        ? super.loop(name, loop)
                        : new Thread(loop, name) {
                            @Override
                            public void start() {
                                throw new OutOfMemoryError("unable to create native thread");
                            }
                        };
            }
        });
        assertThat(catchThrowable(() -> alarms.after(SOON, () -> {}))).isInstanceOf(OutOfMemoryError.class);

        happens(alarms);
    }
}
