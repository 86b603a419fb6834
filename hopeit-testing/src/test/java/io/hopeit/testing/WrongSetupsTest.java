package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.GetEvent;
import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.Prices;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What somebody is told whose test is set up wrongly. */
class WrongSetupsTest {
    private static TestContainer start(Object test) {
        return TestContainer.start(TestSetup.of(List.of(test), test.getClass()));
    }

    @HopeitTest(Order.class)
    static class NamesNoEvent {}

    @Test
    void whatIsNoEventIsNamed() {
        assertThatThrownBy(() -> start(new NamesNoEvent()))
                .hasMessageStartingWith(
                        "NamesNoEvent: @HopeitTest names Order, which is no event: it has none of @GetEvent");
    }

    interface Carrier {
        String send();
    }

    @GetEvent("send")
    static class Send {
        @Inject
        Carrier carrier;

        String send() {
            return carrier.send();
        }
    }

    @HopeitTest(Send.class)
    static class NeedsCarrier {}

    @Test
    void aMissingBeanIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> start(new NeedsCarrier()))
                .hasMessageStartingWith("the application of NeedsCarrier does not start: ")
                .hasMessageContaining("Carrier")
                .hasMessageContaining("A bean is missing.")
                .hasMessageContaining("@HopeitTest(with = ...)");
    }

    static class Bike implements Carrier {
        @Override
        public String send() {
            return "by bike";
        }
    }

    static class Truck extends Bike {}

    @HopeitTest(
            value = Send.class,
            with = {Bike.class, Truck.class})
    static class HasTwoCarriers {}

    @Test
    void anAmbiguousBeanIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> start(new HasTwoCarriers()))
                .hasMessageStartingWith("the application of HasTwoCarriers does not start: ")
                .hasMessageContaining("Carrier")
                .hasMessageEndingWith(
                        "A field with @TestBean, or a class in @HopeitTest(with = ...), is taken before all others.");
    }

    @GetEvent("send-to")
    static class SendTo {
        @Inject
        @ConfigProperty(name = "shop.no-such-city")
        String city;

        String send() {
            return city;
        }
    }

    @HopeitTest(SendTo.class)
    static class NeedsACity {}

    @Test
    void aValueThatIsNotConfiguredIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> start(new NeedsACity()))
                .hasMessageStartingWith("the application of NeedsACity does not start: ")
                .hasMessageContaining("shop.no-such-city")
                .hasMessageEndingWith("@WithConfig(\"key=value\") sets what is not configured.");
    }

    @HopeitTest(PlaceOrder.class)
    static class ForgetsItsBean {
        @TestBean
        Prices prices;
    }

    @Test
    void aFieldThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> start(new ForgetsItsBean()))
                .hasMessage(
                        "ForgetsItsBean: the field prices is @TestBean, but null when the application starts: set it "
                                + "where it is declared.");
    }

    @HopeitTest(PlaceOrder.class)
    @WithConfig("shop.price")
    static class HasNoValue {}

    @Test
    void aLineWithoutAValueIsNamed() {
        assertThatThrownBy(() -> start(new HasNoValue()))
                .hasMessage("HasNoValue: @WithConfig(\"shop.price\") is no line like \"key=value\".");
    }

    @HopeitTest(PlaceOrder.class)
    @WithConfig("hopeit.event.orders.place.timeout=soon")
    static class HasAWrongValue {}

    @Test
    void aWrongValueIsADeploymentError() {
        assertThatThrownBy(() -> start(new HasAWrongValue())).hasMessageContaining("hopeit.event.orders.place.timeout");
    }

    @HopeitTest(PlaceOrder.class)
    @WithConfig("hopeit.event.orders.plase.timeout=PT1S")
    static class MisspellsAKey {}

    @Test
    void aKeyThatNothingReadsIsNamed() {
        assertThatThrownBy(() -> start(new MisspellsAKey()))
                .hasMessageStartingWith("MisspellsAKey: @WithConfig sets hopeit.event.orders.plase.timeout: ");
    }

    @HopeitTest(PlaceOrder.class)
    @WithConfig({"hopeit.stream.oders.max-deliveries=2", "hopeit.stream.oders.backoff=PT5S"})
    static class MisspellsAStreamTwice {}

    @Test
    void keysThatNothingReadsAreNamedTogether() {
        assertThatThrownBy(() -> start(new MisspellsAStreamTwice()))
                .hasMessageStartingWith("MisspellsAStreamTwice: @WithConfig sets hopeit.stream.oders.backoff, "
                        + "hopeit.stream.oders.max-deliveries: there is no stream \"oders\"");
    }

    @HopeitTest(value = PlaceOrder.class, startsAt = "tomorrow")
    static class StartsAtNoTime {}

    @Test
    void aStartThatIsNoTimeIsNamed() {
        assertThatThrownBy(() -> start(new StartsAtNoTime()))
                .hasMessage(
                        "StartsAtNoTime: @HopeitTest(startsAt = \"tomorrow\") is no time like 2026-11-21T05:00:00Z.");
    }

    @HopeitTest(PlaceOrder.class)
    static class OnNoServer {}

    @Test
    void anAddressThatIsNoneOfRedisIsNamed() {
        System.setProperty(RealRedis.PROPERTY, "localhost");
        try {
            assertThatThrownBy(() -> start(new OnNoServer()))
                    .hasMessageContaining("-Dhopeit.testing.redis=localhost is neither \"embedded\" nor like redis://");
        } finally {
            System.clearProperty(RealRedis.PROPERTY);
        }
    }

    @Test
    void aRedisThatIsNotThereIsNamedWithWhatToDo() {
        System.setProperty(RealRedis.PROPERTY, "redis://localhost:1");
        try {
            assertThatThrownBy(() -> start(new OnNoServer()))
                    .hasMessageContaining(
                            "the Redis at localhost:1, which -Dhopeit.testing.redis names, cannot be used: ")
                    .hasMessageEndingWith("Start one there, correct the address, or say \"embedded\".");
        } finally {
            System.clearProperty(RealRedis.PROPERTY);
        }
    }

    @Test
    void aPatienceThatIsNoTimeIsNamed() {
        System.setProperty(Patience.PROPERTY, "30");
        try {
            assertThatThrownBy(() -> start(new OnNoServer()))
                    .hasMessage("-Dhopeit.testing.patience=30 is no time to wait like PT30S, for 30 seconds, or PT5M.");
        } finally {
            System.clearProperty(Patience.PROPERTY);
        }
    }

    @HopeitTest(PlaceOrder.class)
    static class Blocks {
        private final CountDownLatch never = new CountDownLatch(1);

        @TestBean
        final Prices prices = id -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 1;
        };
    }

    @Test
    void aStepThatHoldsTimeUpIsShown() {
        System.setProperty(Patience.PROPERTY, "PT2S");
        var test = new Blocks();
        try (var container = start(test)) {
            var app = new TestApp(container, new Runner(container), java.util.Optional.empty());

            assertThatThrownBy(() -> app.run(PlaceOrder.class, new Order("o1", 1)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("The application is still busy")
                    .hasMessageContaining("PlaceOrder.price")
                    .hasMessageEndingWith("(-Dhopeit.testing.patience=PT6S waits longer)");
        } finally {
            test.never.countDown();
            System.clearProperty(Patience.PROPERTY);
        }
    }
}
