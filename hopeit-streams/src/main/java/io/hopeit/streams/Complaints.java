package io.hopeit.streams;

import io.hopeit.streams.spi.BrokerException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Logs a trouble that repeats itself: once, and again when it gets worse; one that needs a person once a minute. One that
 * passes by itself within a second is nothing to be told of. It is over when somebody says so, or when nobody has
 * complained for a minute. Thread-safe.
 */
final class Complaints {
    private static final Logger LOG = System.getLogger("io.hopeit.streams");
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long BRIEF_NANOS = 1_000_000_000L;

    private final LongSupplier nanos;
    private boolean troubled;
    private @Nullable Level logged;
    private long since;
    private long loggedAt;
    private long repeatedAt;

    Complaints() {
        this(System::nanoTime);
    }

    /** With a clock of one's own. */
    Complaints(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void complain(String what, Throwable failure) {
        var broker = failure instanceof BrokerException known ? known : null;
        var level = broker == null || broker.kind().needsHelp() ? Level.ERROR : Level.WARNING;
        LOG.log(isToBeSaid(level) ? level : Level.DEBUG, what + failure.getMessage(), broker == null ? failure : null);
    }

    private synchronized boolean isToBeSaid(Level level) {
        long now = nanos.getAsLong();
        if (!troubled || now - repeatedAt > MINUTE_NANOS) {
            troubled = true;
            logged = null;
            since = now;
        }
        repeatedAt = now;
        boolean isBrief = level == Level.WARNING && now - since < BRIEF_NANOS;
        boolean isWorse = logged == null ? !isBrief : level.compareTo(logged) > 0;
        boolean isDue = level == Level.ERROR && now - loggedAt > MINUTE_NANOS;
        if (isWorse || isDue) {
            logged = level;
            loggedAt = now;
        }
        return isWorse || isDue;
    }

    /** The trouble is over, which is logged if the trouble was. */
    synchronized void isWell(String what) {
        if (logged != null) {
            long seconds = Duration.ofNanos(nanos.getAsLong() - since).toSeconds();
            LOG.log(Level.INFO, "{0} again, after {1} s", what, seconds);
        }
        forget();
    }

    /** Whatever has been said does not count any more. */
    synchronized void forget() {
        troubled = false;
        logged = null;
    }
}
