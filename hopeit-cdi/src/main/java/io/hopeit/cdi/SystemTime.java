package io.hopeit.cdi;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.ManagedThreads;
import io.hopeit.spi.Part;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time of this machine. */
@Part
class SystemTime implements AppTime {
    private final ManagedThreads threads;
    private final RoughAlarms rough;
    private @Nullable ScheduledThreadPoolExecutor timer;

    @Inject
    SystemTime(ManagedThreads threads) {
        this.threads = threads;
        this.rough = new RoughAlarms(threads);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    /** Runs are on virtual threads where the platform serves requests on such. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        var alarm = timer().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public Alarm roughlyAfter(Duration delay, Runnable task) {
        return rough.after(delay, task);
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, task -> threads.loop("hopeit-timer", task));
            timer.setRemoveOnCancelPolicy(true);
        }
        return timer;
    }

    @PreDestroy
    synchronized void stop() {
        rough.stop();
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
