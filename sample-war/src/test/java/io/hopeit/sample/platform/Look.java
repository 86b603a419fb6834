package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Looks around in a step that fails twice for each id. */
@GetEvent("platform.look")
public class Look {
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    Facts look(@QueryParam("id") String id) throws IOException {
        int call = calls.computeIfAbsent(id, i -> new AtomicInteger()).incrementAndGet();
        if (call < 3) {
            throw new IOException("not yet");
        }
        return Facts.here(call);
    }
}
