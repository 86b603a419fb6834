package io.hopeit.cdi.apps.billing.inner;

import io.hopeit.GetEvent;

/** In a package below. */
@GetEvent
public class Inner {
    String run() {
        return "";
    }
}
