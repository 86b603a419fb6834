package io.hopeit.testing;

import java.util.function.BooleanSupplier;

/** How the thread of the test gets on with the application's time. */
interface Pace {
    /**
     * Lets the application go on until this is so.
     *
     * @param what is waited for, for whoever reads that it has not come
     * @throws AssertionError when it is not so in time
     */
    void until(BooleanSupplier done, String what);

    /** What tests see of it. */
    TestClock clock();

    /** A thread of the application for a request. */
    Runnable counted(Runnable work);

    /** Waits until somebody interrupts the calling thread. */
    void hang() throws InterruptedException;

    /** The test is over. */
    void close();
}
