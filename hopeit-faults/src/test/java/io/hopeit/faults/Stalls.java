package io.hopeit.faults;

import java.util.concurrent.locks.LockSupport;

/**
 * Writes down when this process was held up by its machine, for so long that others may have taken it for dead: then they
 * are right to do its work again.
 */
record Stalls(Ledger ledger, long longMillis) {
    private static final long PAUSE_MILLIS = 50;

    /** As long as the process lives. */
    void watch() {
        for (long last = System.nanoTime(); ; ) {
            LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
            long now = System.nanoTime();
            long millis = (now - last) / 1_000_000;
            if (millis > longMillis) {
                ledger.write("-", millis, Ledger.Phase.STALL);
            }
            last = now;
        }
    }
}
