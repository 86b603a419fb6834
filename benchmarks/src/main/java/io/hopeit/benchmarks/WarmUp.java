package io.hopeit.benchmarks;

/** Whether a contender has worked for long enough to be measured: until its compilers have little left to do. */
final class WarmUp {
    private static final double LITTLE = 0.1;
    private static final int AT_MOST = 2;

    private final double least;
    private double spent;
    private double compiling = 1;

    /** For at least so many seconds of work, and at most twice as many. */
    WarmUp(double least) {
        this.least = least;
    }

    /** One round has lasted so long, and compilers have worked for so long in it; both in s. */
    void add(double seconds, double compilers) {
        spent += seconds;
        compiling = compilers / seconds;
    }

    boolean isOver() {
        return (spent >= least && compiling < LITTLE) || spent >= AT_MOST * least;
    }
}
