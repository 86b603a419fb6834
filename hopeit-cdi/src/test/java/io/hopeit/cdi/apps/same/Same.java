package io.hopeit.cdi.apps.same;

import io.hopeit.GetEvent;

/** Of the main application. */
@GetEvent
public class Same {
    String run() {
        return "";
    }
}
