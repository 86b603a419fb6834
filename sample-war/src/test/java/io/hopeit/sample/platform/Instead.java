package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import io.hopeit.Steps;
import org.eclipse.microprofile.faulttolerance.Fallback;

/** Always fails, and answers all the same. */
@GetEvent("platform.instead")
@Steps("fail")
public class Instead {
    @Fallback(fallbackMethod = "otherwise")
    String fail() {
        throw new IllegalStateException("meant to fail");
    }

    String otherwise() {
        return "instead";
    }
}
