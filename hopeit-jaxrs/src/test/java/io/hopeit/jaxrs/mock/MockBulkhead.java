package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/** Does one thing at a time. */
@GetEvent("mock-bulkhead")
public class MockBulkhead {
    @Bulkhead(1)
    String run() throws InterruptedException {
        Thread.sleep(500);
        return "ok";
    }
}
