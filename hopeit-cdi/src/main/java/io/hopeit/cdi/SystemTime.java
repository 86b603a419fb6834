package io.hopeit.cdi;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.ManagedThreads;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time of this machine; one thread watches for all that is to happen later. Without a proxy: it is asked often. */
@Singleton
class SystemTime implements AppTime {
    private final ManagedThreads threads;
    private @Nullable ScheduledThreadPoolExecutor watch;

    @Inject
    SystemTime(ManagedThreads threads) {
        this.threads = threads;
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
        var alarm = watch().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    private synchronized ScheduledThreadPoolExecutor watch() {
        if (watch == null) {
            watch = new ScheduledThreadPoolExecutor(1, task -> threads.loop("hopeit-deadlines", task));
            watch.setRemoveOnCancelPolicy(true);
        }
        return watch;
    }

    @PreDestroy
    synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }
}
