package io.hopeit.shop;

import io.hopeit.EventGroup;
import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import jakarta.inject.Inject;
import java.util.List;

/** Events that say to {@link ManagedLoop}, wherever it is, what a test begins with. */
public final class Letters {
    private Letters() {}

    /** These are its dead letters, and it runs. */
    @PostEvent("keep-letters")
    @EventGroup("shop")
    public static class Keep {
        @Inject
        ManagedLoop loop;

        int keep(List<String> ids) {
            loop.keep(ids);
            return ids.size();
        }
    }

    /** It cannot be reached. */
    @GetEvent("break-down")
    @EventGroup("shop")
    public static class BreakDown {
        @Inject
        ManagedLoop loop;

        String breakDown() {
            loop.breakDown();
            return "broken";
        }
    }
}
