package io.hopeit.config;

import java.time.Duration;

/**
 * What configuration says about one event: {@code hopeit.event.<name>.*} over {@code hopeit.event-defaults.*}.
 *
 * {@snippet lang="properties" :
 * hopeit.event.orders.place.timeout=PT5S
 * hopeit.event-defaults.max-body-size=65536
 * }
 *
 * @param timeout the steps and their results' publishing must end within this; key {@code timeout}, default 60 s
 * @param maxBodySize largest request body in bytes; key {@code max-body-size}, default 1 MiB
 * @param form how much of a form it takes
 * @param stepDelay how long to wait after each step; key {@code step-delay}, default zero
 * @param throttle how long a value takes from the start of the run to its result at least; key {@code throttle}, default
 *     zero
 * @param overrides what it says in place of the event's annotations
 */
public record EventSettings(
        Duration timeout,
        long maxBodySize,
        FormSettings form,
        Duration stepDelay,
        Duration throttle,
        EventOverrides overrides) {

    /** The defaults. */
    public static EventSettings defaults() {
        return new EventSettings(
                Duration.ofSeconds(60),
                1 << 20,
                FormSettings.defaults(),
                Duration.ZERO,
                Duration.ZERO,
                EventOverrides.none());
    }
}
