package io.hopeit.jaxrs.mock;

import io.hopeit.EventGroup;
import io.hopeit.GetEvent;

/** Is in a group that is left out. */
@GetEvent("mock-group")
@EventGroup("left-out")
public class MockGroup {
    String run() {
        return "";
    }
}
