package io.hopeit.cdi;

import io.hopeit.Order;
import io.hopeit.StreamEvent;
import io.hopeit.config.Names;
import io.hopeit.config.StreamOverrides.Ordering;
import io.hopeit.spi.Lanes;
import io.hopeit.spi.Problems;
import io.hopeit.spi.StreamDefinition;

/** In which order messages are worked on, as annotations say and configuration overrides. */
record LaneScanner(Problems problems) {

    /** For a stage that reads what another one has written: only configuration says something about it. */
    Lanes between(Class<?> type, StreamDefinition stream) {
        return override(type, Lanes.DEFAULT.order(), Lanes.DEFAULT.key(), Lanes.DEFAULT.concurrency(), stream);
    }

    Lanes read(Class<?> type, StreamEvent event, StreamDefinition stream) {
        var isOverridden = stream.settings().overrides().lanes().order().isPresent();
        if (!isOverridden && event.order() != Order.KEY && !event.key().isEmpty()) {
            problems.add(
                    type,
                    "@StreamEvent has the key \"%s\", but order = %s; make it KEY, or leave the key out.",
                    event.key(),
                    event.order());
        }
        if (event.concurrency() < 0) {
            problems.add(type, "@StreamEvent has concurrency = %d; use at least 1.", event.concurrency());
        }
        int concurrency = event.concurrency() > 0 ? event.concurrency() : Lanes.DEFAULT.concurrency();
        return override(type, event.order(), event.key(), concurrency, stream);
    }

    private Lanes override(Class<?> type, Order annotated, String key, int concurrency, StreamDefinition stream) {
        var said = stream.settings().overrides().lanes();
        var order = said.order().map(LaneScanner::order).orElse(annotated);
        int most = said.concurrency().orElse(concurrency);
        var configured = "hopeit.stream.%s.order-key".formatted(Names.spinal(stream.name()));
        if (order != Order.KEY) {
            said.key()
                    .ifPresent(useless -> problems.add(
                            type,
                            "%s is \"%s\", but the order is %s; make the order key, or leave the key out.",
                            configured,
                            useless,
                            order));
            return new Lanes(order, "", most);
        }
        var path = said.key().orElse(key);
        if (path.isEmpty()) {
            problems.add(
                    type,
                    "the order KEY needs a key; say @StreamEvent(key = \"...\"), a path into the payload, or %s.",
                    configured);
            return new Lanes(Order.NONE, "", most);
        }
        return new Lanes(order, path, most);
    }

    private static Order order(Ordering said) {
        return switch (said) {
            case NONE -> Order.NONE;
            case KEY -> Order.KEY;
            case STREAM -> Order.STREAM;
        };
    }
}
