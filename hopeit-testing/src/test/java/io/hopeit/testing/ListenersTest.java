package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.EventListener;
import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens to runs is told in tests, too, beside all others who are. */
@HopeitTest(value = PlaceOrder.class, with = ListenersTest.Counts.class)
class ListenersTest {
    static class Counts implements EventListener {
        private final List<String> ended = new ArrayList<>();

        @Override
        public synchronized void ended(Run run) {
            ended.add(run.event().name());
        }
    }

    @TestBean
    final EventListener listener = new Counts();

    @Test
    void eachListenerIsTold(TestApp app) {
        app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(((Counts) listener).ended).containsExactly("orders.place");
        assertThat(app.bean(Counts.class).ended).containsExactly("orders.place");
    }
}
