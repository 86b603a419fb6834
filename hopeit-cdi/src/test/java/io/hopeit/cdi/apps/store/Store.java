package io.hopeit.cdi.apps.store;

import io.hopeit.EventContext;
import io.hopeit.GetEvent;
import io.hopeit.OnApp;
import io.hopeit.PostEvent;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.SetupEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import java.util.stream.Stream;

/** Its events. */
public class Store {
    /** With routes of the plugin. */
    @GetEvent
    @WriteStream("watched")
    public static class Watch {
        String run() {
            return "";
        }
    }

    /** With routes of each application. */
    @PostEvent(route = "keep/{id}")
    @OnApp
    @WriteStream("kept")
    @Steps({"check", Steps.SHUFFLE, "keep"})
    public static class Keep {
        Integer check(String text) {
            return text.length();
        }

        String keep(Integer n) {
            return "" + n;
        }
    }

    /** Says what it runs as. */
    @GetEvent
    @OnApp
    public static class Who {
        String run(EventContext context) {
            return context.app().key() + " " + context.plugin().orElseThrow().key();
        }
    }

    /** Once for each application. */
    @SetupEvent
    @OnApp
    public static class Prepare {
        void run() {}
    }

    /** Cannot be. */
    @ServiceEvent
    @OnApp
    public static class Serves {
        @Service
        Stream<String> source() {
            return Stream.of();
        }
    }
}
