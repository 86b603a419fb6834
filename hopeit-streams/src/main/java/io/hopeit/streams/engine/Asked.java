package io.hopeit.streams.engine;

/** A read that is under way. Guarded by the engine. */
final class Asked {
    /** At most as many entries may come of it. */
    final int expected;
    /** About so many bytes. */
    final long bytes;
    /** In ms of the engine's clock. */
    final long at;
    /** How many reads had failed by then. */
    final long failures;
    /** Whether it was to end early: then it may end without an answer, and that is no failure. */
    boolean isWoken;

    Asked(int expected, long bytes, long at, long failures) {
        this.expected = expected;
        this.bytes = bytes;
        this.at = at;
        this.failures = failures;
    }
}
