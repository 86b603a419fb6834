package io.hopeit.testing;

import io.hopeit.spi.ManagedThreads;

/** Threads of the application, of which virtual time knows whether they are busy. */
final class CountedThreads extends ManagedThreads {
    private final VirtualTime time;

    CountedThreads(VirtualTime time) {
        this.time = time;
    }

    @Override
    public Thread loop(String name, Runnable loop) {
        return super.loop(name, time.counted(loop, false));
    }

    @Override
    public Thread work(String name, Runnable work) {
        return super.work(name, time.counted(work, true));
    }
}
