package io.hopeit.config;

import java.util.List;
import java.util.Optional;

/**
 * What configuration says about an event in place of its annotations: {@code hopeit.event.<name>.*} only.
 *
 * {@snippet lang="properties" :
 * hopeit.event.orders.place.enabled=false
 * hopeit.event.orders.ship.read-stream.queues=urgent
 * }
 *
 * @param enabled whether there is such an event at all; key {@code enabled}, default true
 * @param group the group of events it is in; key {@code group}
 * @param route its route; key {@code route}
 * @param auth how requests prove who sends them; key {@code auth}, empty when nothing is said
 * @param read the stream it reads; keys {@code read-stream.name}, {@code .queues}, {@code .group}
 * @param write the stream it writes; keys {@code write-stream.name}, {@code .queues}, {@code .propagate}
 */
public record EventOverrides(
        boolean enabled,
        Optional<String> group,
        Optional<String> route,
        List<AuthMethod> auth,
        Read read,
        Write write) {
    public EventOverrides {
        auth = List.copyOf(auth);
    }

    /**
     * What it reads; whatever is empty is as the annotation says.
     *
     * {@snippet lang="properties" :
     * hopeit.event.orders.ship.read-stream.name=orders-eu
     * hopeit.event.orders.ship.read-stream.queues=high,AUTO
     * hopeit.event.orders.ship.read-stream.group=shipping
     * }
     */
    public record Read(Optional<String> name, List<String> queues, Optional<String> group) {
        public Read {
            queues = List.copyOf(queues);
        }
    }

    /**
     * What it writes; whatever is empty is as the annotation says.
     *
     * {@snippet lang="properties" :
     * hopeit.event.orders.place.write-stream.name=orders-eu
     * hopeit.event.orders.place.write-stream.propagate=true
     * }
     */
    public record Write(Optional<String> name, List<String> queues, Optional<Boolean> propagate) {
        public Write {
            queues = List.copyOf(queues);
        }
    }

    /** Nothing is said. */
    public static EventOverrides none() {
        return new EventOverrides(
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Read(Optional.empty(), List.of(), Optional.empty()),
                new Write(Optional.empty(), List.of(), Optional.empty()));
    }
}
