package io.hopeit.cdi.apps.billing.tax;

import io.hopeit.GetEvent;

/** On its own. */
@GetEvent
public class Tax {
    String run() {
        return "";
    }
}
