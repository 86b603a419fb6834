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

    private Lanes override(Class<?> type, Order order, String key, int concurrency, StreamDefinition stream) {
        var said = stream.settings().overrides().lanes();
        int most = said.concurrency().orElse(concurrency);
        if (said.order().map(LaneScanner::order).orElse(order) != Order.KEY) {
            checkUnused(type, stream);
            return new Lanes(said.order().map(LaneScanner::order).orElse(order), "", most);
        }
        var path = said.key().orElse(key);
        if (path.isEmpty()) {
            problems.add(
                    type,
                    "the order KEY needs a key; say @StreamEvent(key = \"...\"), a path into the payload, or hopeit."
                            + "stream.%s.order-key.",
                    Names.spinal(stream.name()));
            return new Lanes(Order.NONE, "", most);
        }
        return new Lanes(Order.KEY, path, most);
    }

    private void checkUnused(Class<?> type, StreamDefinition stream) {
        stream.settings()
                .overrides()
                .lanes()
                .key()
                .ifPresent(key -> problems.add(
                        type,
                        "the stream %s has the order-key \"%s\" in configuration, but another order; make its order "
                                + "key, or leave the key out.",
                        stream.name(),
                        key));
    }

    private static Order order(Ordering said) {
        return switch (said) {
            case NONE -> Order.NONE;
            case KEY -> Order.KEY;
            case STREAM -> Order.STREAM;
        };
    }
}
