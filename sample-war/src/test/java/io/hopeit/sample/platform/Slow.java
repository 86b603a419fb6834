package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Would take half a minute, and is not given it. */
@GetEvent("platform.slow")
public class Slow {
    @Timeout(200)
    String wait30Seconds() throws InterruptedException {
        Thread.sleep(30_000);
        return "done";
    }
}
