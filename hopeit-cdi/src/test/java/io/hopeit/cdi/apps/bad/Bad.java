package io.hopeit.cdi.apps.bad;

import io.hopeit.GetEvent;

/** Nowhere. */
@GetEvent
public class Bad {
    String run() {
        return "";
    }
}
