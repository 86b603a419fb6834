package io.hopeit.streams.redis;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.FastThreadLocalThread;

/**
 * What Netty leaves on threads that open and close connections. On a thread of a server's pool, which outlives the
 * deployment, it would keep the deployment's classes in memory.
 */
final class NettyTraces {
    private NettyTraces() {}

    /** Takes them from the calling thread, unless it is one that ends with its loop. */
    static void remove() {
        if (!FastThreadLocalThread.currentThreadWillCleanupFastThreadLocals()) {
            FastThreadLocal.removeAll();
        }
    }
}
