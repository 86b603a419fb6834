package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.PricedOrder;
import io.hopeit.testing.shop.Prices;
import io.hopeit.testing.shop.ShipOrder;
import io.hopeit.testing.shop.Warehouse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@HopeitTest(value = PlaceOrder.class, startsAt = "2026-11-21T05:00:00Z")
@WithConfig({"shop.price=7", "hopeit.app.version=2.0"})
class SetupsTest {
    @Test
    void aClassHasConfiguration(TestApp app) {
        assertThat(app.run(PlaceOrder.class, new Order("o1", 1))
                        .result(PricedOrder.class)
                        .price())
                .isEqualTo(7);
    }

    @Test
    @WithConfig("shop.price=9")
    void aMethodsConfigurationWins(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(run.result(PricedOrder.class).price()).isEqualTo(9);
        assertThat(run.header("X-Event-App")).contains("shop.2x0");
    }

    @Test
    void timeBeginsWhenATestSays(TestApp app) {
        assertThat(app.run(PlaceOrder.class, new Order("o1", 1))
                        .result(PricedOrder.class)
                        .at())
                .isEqualTo(Instant.parse("2026-11-21T05:00:00Z"));
    }

    @Test
    void anEventOfAnotherTestIsNotThere(TestApp app) {
        assertThatThrownBy(() -> app.run(ShipOrder.class, "x"))
                .hasMessage("ShipOrder is not part of this test: @HopeitTest names PlaceOrder. Add it there.");
    }

    @Test
    @WithConfig("hopeit.event.orders.place.enabled=false")
    void anEventThatIsSwitchedOffIsSaidToBe(TestApp app) {
        assertThatThrownBy(() -> app.run(PlaceOrder.class, "x"))
                .hasMessage("PlaceOrder is left out by configuration: hopeit.enabled-groups, or "
                        + "hopeit.event.<name>.enabled.");
    }

    @Test
    void aPayloadOfAnotherTypeIsRefused(TestApp app) {
        assertThatThrownBy(() -> app.run(PlaceOrder.class, "an order"))
                .hasMessage("PlaceOrder takes Order, and not a String.");
    }

    @Test
    void aStreamOfAnotherNameIsRefused(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThatThrownBy(() -> run.published("order.placed", PricedOrder.class))
                .hasMessage("nothing in this test reads or writes the stream \"order.placed\". Did you mean "
                        + "\"orders.placed\"?");
    }

    @Test
    void aStepOfAnotherNameIsRefused(TestApp app) {
        assertThatThrownBy(() -> app.step(PlaceOrder.class, "prize"))
                .hasMessage("PlaceOrder has no step \"prize\". Did you mean \"price\"?");
    }

    @Test
    void aResultOfAnotherTypeIsToldWithWhatHappened(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("", 1));

        assertThatThrownBy(() -> run.result(PricedOrder.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("there is not one result of type PricedOrder, but none.")
                .hasMessageContaining("status 400");
    }

    @Nested
    class WithAnotherBean {
        @TestBean
        final Prices prices = id -> 100;

        @Test
        void aFieldIsTakenInsteadOfTheApplicationsBean(TestApp app) {
            assertThat(app.run(PlaceOrder.class, new Order("o1", 1))
                            .result(PricedOrder.class)
                            .price())
                    .isEqualTo(100);
        }
    }

    @Nested
    class WithASlowBean {
        TestApp app;

        @TestBean
        final Prices prices = id -> {
            try {
                app.clock().sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 100;
        };

        @BeforeEach
        void keep(TestApp started) {
            app = started;
        }

        @Test
        void itTakesTheTimeOfTheApplication() {
            var run = app.run(PlaceOrder.class, new Order("o1", 1));

            assertThat(run.result(PricedOrder.class).price()).isEqualTo(100);
            assertThat(app.clock().instant()).isEqualTo(Instant.parse("2026-11-21T05:00:01Z"));
        }
    }

    @Nested
    @HopeitTest(value = ShipOrder.class, with = Elsewhere.class)
    class WithAnotherClass {
        @Test
        void aClassIsTakenInsteadOfTheApplicationsBean(TestApp app) {
            var run = app.run(ShipOrder.class, new PricedOrder("o1", 1, Instant.EPOCH));

            assertThat(run.failure()).isEmpty();
            assertThat(app.bean(Warehouse.class).sent()).containsExactly("elsewhere");
        }
    }

    static class Elsewhere extends Warehouse {
        @Override
        public java.util.List<String> sent() {
            return java.util.List.of("elsewhere");
        }
    }
}
