package io.hopeit.benchmarks;

/** Whether a contender has worked for long enough to be measured: until its compilers have little left to do. */
final class WarmUp {
    private static final double LITTLE = 0.1;

    private final double least;
    private final double most;
    private double spent;
    private double compiling = 1;

    /** For at least so many seconds, and at most so many. */
    WarmUp(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** One round has lasted so long with all around it, and compilers have worked for so long in it; both in s. */
    void add(double seconds, double compilers) {
        spent += seconds;
        compiling = compilers / seconds;
    }

    /** How long it has been so far. */
    double seconds() {
        return spent;
    }

    boolean isOver() {
        return (spent >= least && compiling < LITTLE) || spent >= most;
    }
}
