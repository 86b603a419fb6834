package io.hopeit.cdi;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the methods of a collector have returned so far, or what the first one of them has failed with. Thread-safe. */
final class Gathering {
    private final int expected;
    private final Map<String, @Nullable Object> results = new HashMap<>();
    private @Nullable Throwable failure;

    Gathering(int expected) {
        this.expected = expected;
    }

    synchronized void done(String method, @Nullable Object result) {
        results.put(method, result);
        notifyAll();
    }

    synchronized void failed(Throwable failure) {
        if (this.failure == null) {
            this.failure = failure;
        }
        notifyAll();
    }

    /** Waits for these; when one of them cannot come any more the calling thread is interrupted. */
    synchronized Map<String, @Nullable Object> await(Collection<String> methods) throws InterruptedException {
        while (!results.keySet().containsAll(methods)) {
            wait();
        }
        return new HashMap<>(results);
    }

    /**
     * Waits for all.
     *
     * @throws Exception what the first one has failed with
     */
    synchronized Map<String, @Nullable Object> await() throws Exception {
        while (results.size() < expected && failure == null) {
            wait();
        }
        switch (failure) {
            case null -> {}
            case Exception e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return await(List.of());
    }
}
