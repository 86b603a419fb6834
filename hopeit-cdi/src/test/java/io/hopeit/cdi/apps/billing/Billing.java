package io.hopeit.cdi.apps.billing;

import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import jakarta.annotation.security.PermitAll;

/** Its events. */
public class Billing {
    /** Has results and a stage. */
    @PostEvent
    @WriteStream("paid")
    @Steps({"check", Steps.SHUFFLE, "book"})
    public static class Pay {
        Integer check(String text) {
            return text.length();
        }

        String book(Integer n) {
            return "" + n;
        }
    }

    /** Open. */
    @GetEvent
    @PermitAll
    public static class Free {
        String run(EventContext context) {
            return context.app().key();
        }
    }

    /** With the name of an event of the main application. */
    @GetEvent("list")
    public static class BillingList {
        String run() {
            return "";
        }
    }
}
