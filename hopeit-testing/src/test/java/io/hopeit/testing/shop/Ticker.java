package io.hopeit.testing.shop;

import io.hopeit.EventContext;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.WriteStream;
import java.time.Duration;
import java.util.stream.Stream;

/** Orders something every ten minutes. */
@ServiceEvent("orders.tick")
@WriteStream("orders.placed")
public class Ticker {
    @Service
    Stream<Integer> ticks(ServiceLoop loop) {
        return Stream.iterate(1, n -> n + 1).takeWhile(n -> loop.pause(Duration.ofMinutes(10)));
    }

    PricedOrder order(Integer number, EventContext context) {
        return new PricedOrder("tick-" + number, 1, context.startedAt());
    }
}
