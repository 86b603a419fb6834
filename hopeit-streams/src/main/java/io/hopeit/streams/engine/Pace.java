package io.hopeit.streams.engine;

/**
 * How far to read ahead: what is worked off in some 50 ms, so that quick work never waits for a read and slow work does
 * not hoard what others could do. Guarded by the engine.
 */
final class Pace {
    private static final long AHEAD_MILLIS = 50;
    private static final long WINDOW_MILLIS = 20;
    private static final int BRISK = 5;

    private final int most;
    private long windowStart;
    private long inWindow;
    private double perMilli;

    Pace(int most) {
        this.most = most;
    }

    void ended(long now) {
        inWindow++;
        measure(now);
    }

    void measure(long now) {
        long elapsed = now - windowStart;
        if (elapsed >= WINDOW_MILLIS) {
            perMilli = (perMilli + (double) inWindow / elapsed) / 2;
            inWindow = 0;
            windowStart = now;
        }
    }

    /** Whether some work ends in less than a moment. */
    boolean isBrisk() {
        return perMilli > BRISK;
    }

    int ahead() {
        return (int) Math.min(most, perMilli * AHEAD_MILLIS);
    }
}
