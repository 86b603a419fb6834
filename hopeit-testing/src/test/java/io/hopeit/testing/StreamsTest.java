package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.EventTimeoutException;
import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.PricedOrder;
import io.hopeit.testing.shop.ReturnParcels;
import io.hopeit.testing.shop.ReturnParcels.Crate;
import io.hopeit.testing.shop.ReturnParcels.Pallet;
import io.hopeit.testing.shop.ShipOrder;
import io.hopeit.testing.shop.SplitOrder;
import io.hopeit.testing.shop.Ticker;
import io.hopeit.testing.shop.Warehouse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@HopeitTest({PlaceOrder.class, ShipOrder.class, SplitOrder.class, ReturnParcels.class, Ticker.class})
class StreamsTest {
    private static final PricedOrder ORDER = new PricedOrder("o1", 1, Instant.EPOCH);

    @Inject
    Warehouse warehouse;

    @Test
    void aMessageIsWorkedOn(TestApp app) {
        var run = app.run(ShipOrder.class, ORDER);

        assertThat(warehouse.sent()).containsExactly("o1");
        assertThat(run.deliveries()).isEqualTo(1);
        assertThat(run.steps()).containsExactly("ship");
    }

    @Test
    void whatARequestPublishesIsWorkedOnByTheEventsOfTheTest(TestApp app) {
        app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(warehouse.sent()).containsExactly("o1");
    }

    @Test
    void aGenericPayloadIsPublishedAsWhatItsReaderTakes(TestApp app) {
        var run = app.publish("parcels", new Pallet<>(List.of(new Crate("o1"), new Crate("o2"))));

        assertThat(run.deadLetters()).isEmpty();
        assertThat(warehouse.sent()).containsExactly("o1", "o2");
    }

    @Test
    @WithConfig("hopeit.stream-defaults.envelope=compact")
    void messagesInTheShortFormAreSeenToo(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(run.published("orders.placed", PricedOrder.class)).hasSize(1);
        assertThat(warehouse.sent()).containsExactly("o1");
    }

    @Test
    void allStagesOfAnEventRun(TestApp app) {
        var run = app.run(SplitOrder.class, new Order("o1", 3));

        assertThat(run.steps()).containsExactly("split", "price", "price", "price");
        assertThat(run.results(PricedOrder.class))
                .extracting(PricedOrder::id)
                .containsExactlyInAnyOrder("o1-0", "o1-1", "o1-2");
        assertThat(run.published("orders.placed", PricedOrder.class)).hasSize(3);
        assertThat(warehouse.sent()).containsExactlyInAnyOrder("o1-0", "o1-1", "o1-2");
    }

    @Test
    void aMessageThatFailsIsTriedAgainAfterItsPauseWhichTakesNoTime(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(2, () -> new IOException("no van"));
        var before = app.clock().instant();

        var run = app.run(ShipOrder.class, ORDER);

        assertThat(run.deliveries()).isEqualTo(3);
        assertThat(run.failure()).get().hasToString("java.io.IOException: no van");
        assertThat(run.deadLetters()).isEmpty();
        assertThat(warehouse.sent()).containsExactly("o1");
        assertThat(Duration.between(before, app.clock().instant())).isGreaterThan(Duration.ofSeconds(90));
    }

    @Test
    void aMessageThatWasDoneIsDeliveredAgain(TestApp app) {
        app.step(ShipOrder.class, "ship").failsWhenDone(2, () -> new IOException("the process has died"));

        var run = app.run(ShipOrder.class, ORDER);

        assertThat(run.deliveries()).isEqualTo(3);
        assertThat(run.failure()).get().hasToString("java.io.IOException: the process has died");
        assertThat(warehouse.sent()).containsExactly("o1", "o1", "o1");
    }

    @Test
    void oneThatAlwaysFailsIsADeadLetterThatCanBePutBack(TestApp app) {
        var ship = app.step(ShipOrder.class, "ship");
        ship.fails(() -> new IOException("no van"));

        var run = app.run(ShipOrder.class, ORDER);

        assertThat(run.deliveries()).isEqualTo(4);
        assertThat(run.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.message())
                .isEqualTo("no van"));

        ship.works();
        app.redrive(ShipOrder.class);

        assertThat(warehouse.sent()).containsExactly("o1");
        assertThat(app.deadLetters(ShipOrder.class)).isEmpty();
    }

    @Test
    void whatIsNoUseToTryAgainIsADeadLetterAtOnce(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(() -> new IllegalArgumentException("no address"));

        assertThat(app.run(ShipOrder.class, ORDER).deliveries()).isEqualTo(1);
    }

    @Test
    @WithConfig("hopeit.event.orders.ship.timeout=PT30S")
    void aStepThatHangsTimesOut(TestApp app) {
        var ship = app.step(ShipOrder.class, "ship");
        ship.hangs();
        app.loop(ShipOrder.class).pause();

        app.run(ShipOrder.class, ORDER);
        app.loop(ShipOrder.class).resume();
        app.clock().advance(Duration.ofSeconds(31));
        ship.works();
        var run = app.settle();

        assertThat(run.failure()).get().isInstanceOf(EventTimeoutException.class);
        assertThat(run.deliveries()).isEqualTo(2);
        assertThat(warehouse.sent()).containsExactly("o1");
        assertThat(run.deadLetters()).isEmpty();
    }

    @Test
    @WithConfig("hopeit.event.orders.place.timeout=PT10M")
    void aRequestThatHangsIsA504(TestApp app) {
        app.step(PlaceOrder.class, "price").hangs();

        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(run.status()).isEqualTo(504);
        assertThat(run.failure()).get().isInstanceOf(EventTimeoutException.class);
    }

    @Test
    void faultToleranceSeesThatAStepIsDoneAndFails(TestApp app) {
        app.step(PlaceOrder.class, "price").failsWhenDone(1, () -> new IllegalStateException("once"));

        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(run.status()).isEqualTo(201);
        assertThat(run.results()).hasSize(1);
        assertThat(run.failure()).isEmpty();
    }

    @Test
    void faultToleranceSeesWhatAStepDoes(TestApp app) {
        app.step(PlaceOrder.class, "price").fails(1, () -> new IllegalStateException("once"));

        assertThat(app.run(PlaceOrder.class, new Order("o1", 1)).status()).isEqualTo(201);
    }

    @Test
    void aClientIsToldWhenNothingCanBePublished(TestApp app) {
        app.refusePublishing(1, true);

        var run = app.run(PlaceOrder.class, new Order("o1", 1));

        assertThat(run.status()).isEqualTo(503);
        assertThat(run.body()).contains("\"outcome\":\"unknown\"");
        assertThat(warehouse.sent()).isEmpty();
    }

    @Test
    void aServiceRunsForSoManyValues(TestApp app) {
        var before = app.clock().instant();

        var run = app.runService(Ticker.class, 3);

        assertThat(run.published("orders.placed", PricedOrder.class))
                .extracting(PricedOrder::id)
                .startsWith("tick-1", "tick-2", "tick-3");
        assertThat(warehouse.sent()).contains("tick-1", "tick-2", "tick-3");
        assertThat(app.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whatAServicePublishesAndIsGivenUpMeanwhileIsADeadLetterOfItsRun(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(() -> new IllegalArgumentException("no address"));

        assertThat(app.runService(Ticker.class, 3).deadLetters()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void anythingCanBePublished(TestApp app) {
        var run = app.publish("orders.placed", ORDER, new Order("other", 1));

        assertThat(warehouse.sent()).containsExactly("o1");
        assertThat(run.steps()).containsExactly("ship");
        assertThat(run.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.message())
                .contains("\"shop.Order\" is no type that the event takes"));
    }

    @Test
    void whatIsPublishedShowsHowThoseDoWhoReadIt(TestApp app) {
        app.step(ShipOrder.class, "ship").fails(1, () -> new IOException("no van"));

        var run = app.publish("orders.placed", ORDER);

        assertThat(run.deliveries()).isEqualTo(2);
        assertThat(run.steps()).containsExactly("ship", "ship");
        assertThat(run.failure()).get().hasToString("java.io.IOException: no van");
        assertThat(run).asString().contains("orders.ship: steps [ship, ship]", "failed with java.io.IOException");
    }

    @Test
    void allThatHasHappenedSinceIsSeenByWhoLetsItSettle(TestApp app) throws InterruptedException {
        app.step(ShipOrder.class, "ship").fails(() -> new IllegalArgumentException("no address"));
        app.loop(Ticker.class).start();
        app.clock().advance(Duration.ofMinutes(11));
        app.loop(Ticker.class).stop();

        var run = app.settle();

        assertThat(run.steps()).contains("order", "ship");
        assertThat(run.results(PricedOrder.class)).extracting(PricedOrder::id).startsWith("tick-1");
        assertThat(run.published("orders.placed", PricedOrder.class)).isNotEmpty();
        assertThat(run.failure()).get().hasToString("java.lang.IllegalArgumentException: no address");
        assertThat(run.deadLetters()).hasSize(run.deliveries()).isNotEmpty();
        assertThat(app.settle())
                .hasToString(
                        "%norders.place, orders.ship, orders.split, orders.tick, return_parcels: steps []".formatted());
    }

    @Test
    void aRequestIsNoDeliveryAndWhatItShufflesIs(TestApp app) {
        assertThat(app.run(PlaceOrder.class, new Order("o1", 1)).deliveries()).isZero();
        assertThat(app.run(SplitOrder.class, new Order("o1", 3)).deliveries()).isEqualTo(3);
    }
}
