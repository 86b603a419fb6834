package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.EventContext;
import io.hopeit.Service;
import io.hopeit.ServiceEvent;
import io.hopeit.ServiceLoop;
import io.hopeit.WriteStream;
import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.PricedOrder;
import io.hopeit.testing.shop.ShipOrder;
import io.hopeit.testing.shop.SplitOrder;
import io.hopeit.testing.shop.Warehouse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The same on a real Redis. */
@HopeitTest({PlaceOrder.class, ShipOrder.class, SplitOrder.class, RedisTest.Often.class})
@WithConfig("hopeit.stream.orders.placed.backoff=PT0.2S")
class RedisTest {
    @Inject
    Warehouse warehouse;

    /** Its pauses are short: on a real Redis they take as long as they take. */
    @ServiceEvent("orders.often")
    @WriteStream("orders.placed")
    static class Often {
        @Service
        Stream<Integer> numbers(ServiceLoop loop) {
            return Stream.iterate(1, n -> n + 1).takeWhile(n -> loop.pause(Duration.ofMillis(20)));
        }

        PricedOrder order(Integer number, EventContext context) {
            return new PricedOrder("o" + number, 1, context.startedAt());
        }
    }

    @BeforeAll
    static void onRedis() {
        System.setProperty(RealRedis.PROPERTY, "embedded");
    }

    @AfterAll
    static void inMemory() {
        System.clearProperty(RealRedis.PROPERTY);
    }

    @RepeatedTest(2)
    void streamsBeginEmptyAndMessagesAreWorkedOn(TestApp app) {
        app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(warehouse.sent()).containsExactly("o1");
    }

    @Test
    void allStagesRun(TestApp app) {
        var run = app.run(SplitOrder.class, new Order("o1", 3));

        assertThat(run.published("orders.placed", PricedOrder.class)).hasSize(3);
        assertThat(warehouse.sent()).containsExactlyInAnyOrder("o1-0", "o1-1", "o1-2");
    }

    @Test
    void whatFailsIsTriedAgain(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(1, () -> new IOException("no van"));

        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(run.status()).isEqualTo(201);
        assertThat(warehouse.sent()).containsExactly("o1");
    }

    @Test
    void whatIsGivenUpIsADeadLetter(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(() -> new IllegalArgumentException("no address"));

        assertThat(app.run(PlaceOrder.class, new Order("o1", 1)).deadLetters()).hasSize(1);
    }

    @RepeatedTest(2)
    @WithConfig("hopeit.stream.orders.placed.key={shop}.orders")
    void whatIsBesideAStreamWithATagIsGoneToo(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(() -> new IllegalArgumentException("no address"));
        app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(app.deadLetters(ShipOrder.class)).hasSize(1);
    }

    @Test
    void whatIsNotDoneInTimeIsSaidToBeInRealTime() {
        assertThatThrownBy(() -> new RealPace(new Patience(Duration.ofMillis(50))).until(() -> false, "it is done"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("it is done: not so after PT0.05S. On a real Redis time is real: retries,")
                .hasMessageEndingWith("(-Dhopeit.testing.patience=PT0.15S waits longer)");
    }

    @Test
    void aServicePublishesItsValues(TestApp app) {
        assertThat(app.runService(Often.class, 2).published("orders.placed", PricedOrder.class))
                .extracting(PricedOrder::id)
                .startsWith("o1", "o2");
    }
}
