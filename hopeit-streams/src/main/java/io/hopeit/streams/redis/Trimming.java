package io.hopeit.streams.redis;

import io.hopeit.streams.redis.Script.Run;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Trim;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Drops old entries of streams that get new ones, about every hundredth time, or every second when they come slowly.
 * Thread-safe.
 */
final class Trimming {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final int APPENDS = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Server server;
    private final Courier courier;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    Trimming(Server server, Courier courier) {
        this.server = server;
        this.courier = courier;
    }

    /** How often a stream has been appended to since it was trimmed. */
    private static final class Pace {
        private final AtomicInteger appends = new AtomicInteger();
        private volatile long last = System.nanoTime();

        boolean isDue() {
            return appends.get() >= APPENDS || System.nanoTime() - last >= PAUSE.toNanos();
        }

        void begin() {
            appends.set(0);
            last = System.nanoTime();
        }
    }

    /** Whether an append cannot do it by itself. */
    boolean isNeeded(Trim trim) {
        boolean byAppend = trim.unread() && trim.maxAge().isZero() && !trim.acknowledged();
        return !trim.isNone() && !byAppend;
    }

    BiConsumer<String, Throwable> after(Append append) {
        return (id, failure) -> {
            if (failure == null || isFull(failure)) {
                appended(append.key(), append.trim());
            }
        };
    }

    /** Then nothing is appended until something is dropped. */
    private static boolean isFull(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof BrokerException broker && broker.kind() == BrokerException.Kind.CAPACITY;
    }

    /** The first one of some also sees to it that the last of them is followed by a trim. */
    private void appended(String key, Trim trim) {
        var pace = paces.computeIfAbsent(key, k -> new Pace());
        int appends = pace.appends.incrementAndGet();
        if (pace.isDue()) {
            trim(key, trim, pace);
        } else if (appends == 1) {
            server.later(PAUSE, () -> {
                if (pace.appends.get() > 0 && pace.isDue()) {
                    trim(key, trim, pace);
                }
            });
        }
    }

    private void trim(String key, Trim trim, Pace pace) {
        pace.begin();
        var arguments =
                List.of(trim.maxLength(), trim.maxAge().toMillis(), trim.acknowledged() ? 1 : 0, trim.unread() ? 1 : 0);
        courier.send(new Run(Script.TRIM, List.of(key), arguments).order("trim " + key, Tree::only))
                .whenComplete((dropped, failure) -> LOG.log(
                        Level.DEBUG,
                        () -> failure == null ? "%s: %d trimmed".formatted(key, dropped) : failure.getMessage()));
    }
}
