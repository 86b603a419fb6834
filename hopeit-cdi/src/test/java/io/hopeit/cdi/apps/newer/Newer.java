package io.hopeit.cdi.apps.newer;

import io.hopeit.GetEvent;

/** An event of it. */
@GetEvent("newer")
public class Newer {
    String run() {
        return "";
    }
}
