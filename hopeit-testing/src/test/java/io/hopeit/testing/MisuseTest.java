package io.hopeit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hopeit.testing.shop.Members;
import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.PricedOrder;
import io.hopeit.testing.shop.ShipOrder;
import io.hopeit.testing.shop.SplitOrder;
import io.hopeit.testing.shop.Ticker;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody is told who asks for what cannot be. */
@HopeitTest({PlaceOrder.class, ShipOrder.class, Ticker.class, Members.class})
@WithConfig({"mp.jwt.verify.publickey.location=none", "mp.jwt.verify.issuer=shop", "mp.jwt.verify.audiences=shop.1x0"})
class MisuseTest {
    private static final PricedOrder ORDER = new PricedOrder("o1", 1, Instant.EPOCH);

    @Test
    void anEventThatTheTestDoesNotNameIsNoEventOfIt(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.run(SplitOrder.class, new Order("o1", 1)))
                .withMessageContaining("SplitOrder")
                .withMessageContaining("@HopeitTest");
    }

    @Test
    void anEventForMessagesNeedsAPayload(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.run(ShipOrder.class))
                .withMessage("ShipOrder runs for messages: say run(ShipOrder.class, payload)");
    }

    @Test
    void aListIsNoMessage(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.publish("orders.placed", new ArrayList<>(List.of(ORDER))))
                .withMessage(
                        "java.util.ArrayList has no name in messages: publish each of its values, or a record that "
                                + "has it");
    }

    @Test
    void aServiceMakesItsValuesItself(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.run(Ticker.class))
                .withMessage("Ticker is a service: say runService(Ticker.class, values)");
    }

    @Test
    void aServiceIsGivenNoPayload(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.run(Ticker.class, new Order("o1", 1)))
                .withMessage("Ticker takes no payload: it runs as a service");
    }

    @Test
    void onlyAnEventWithARouteTakesRequests(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.request(ShipOrder.class))
                .withMessageStartingWith("ShipOrder takes no requests: it reads shop.1x0.orders.placed");
    }

    @Test
    void onlyAServiceIsRunAsOne(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.runService(ShipOrder.class, 1))
                .withMessage(
                        "ShipOrder is no service, or not part of this test, which names PlaceOrder, ShipOrder, Ticker,"
                                + " Members");
    }

    @Test
    void onlyWhatRunsByItselfIsALoop(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.loop(PlaceOrder.class))
                .withMessage("PlaceOrder neither reads a stream nor is a service of this test");
    }

    @Test
    void onlyWhatReadsAStreamHasDeadLetters(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.deadLetters(Ticker.class))
                .withMessage("Ticker reads no stream, so nothing is given up");
    }

    @Test
    void aStreamThatNobodyReadsIsRefused(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.publish("order.placed", ORDER))
                .withMessage(
                        "no event of this test reads the stream \"order.placed\", so nothing would come of it. Did you"
                                + " mean \"orders.placed\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.publish("returns", ORDER))
                .withMessage("no event of this test reads the stream \"returns\", so nothing would come of it. There is"
                        + " orders.placed; other events are named in @HopeitTest.");
    }

    @Test
    void aQueueThatNobodyReadsIsRefused(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.publishTo("orders.placed", "high-prio", ORDER))
                .withMessage(
                        "no event of this test reads the queue \"high-prio\" of \"orders.placed\", so nothing would come"
                                + " of it. They read its own: publish(\"orders.placed\", ...).");
    }

    @Test
    void aStreamThatNothingReadsOrWritesIsNotJustEmpty(TestApp app) {
        var run = app.run(ShipOrder.class, ORDER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.published("returns", PricedOrder.class))
                .withMessage(
                        "nothing in this test reads or writes the stream \"returns\". There is orders.placed; other"
                                + " events are named in @HopeitTest.");
        assertThatIllegalArgumentException().isThrownBy(() -> run.queues("returns"));
    }

    @Test
    void nothingIsNotAskedFor(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.runService(Ticker.class, 0))
                .withMessage("values is 0: at least 1 has to be asked for.");
        assertThatIllegalArgumentException().isThrownBy(() -> app.refusePublishing(0, true));
        var ship = app.step(ShipOrder.class, "ship");
        assertThatIllegalArgumentException().isThrownBy(() -> ship.fails(0, IOException::new));
        assertThatIllegalArgumentException().isThrownBy(() -> ship.failsWhenDone(0, IOException::new));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.publish("orders.placed"))
                .withMessage("there is nothing to publish to orders.placed: name a payload.");
        assertThatIllegalStateException()
                .isThrownBy(() -> app.redrive(ShipOrder.class))
                .withMessage("ShipOrder has given nothing up that could be put back");
    }

    @Test
    void aBeanThatNoEventNeedsIsNotThere(TestApp app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.bean(Thread.class))
                .withMessageStartingWith("there is no bean of type Thread in this test")
                .withMessageContaining("@HopeitTest(with = ...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.bean(Object.class))
                .withMessageStartingWith("there is more than one bean of type Object");
    }

    @Test
    void onlyARequestHasAResponse(TestApp app) {
        var run = app.run(ShipOrder.class, ORDER);

        assertThatIllegalStateException()
                .isThrownBy(run::status)
                .withMessageContaining("was not asked by a request, so there is no response");
    }

    @Test
    void aRunThatWasNotAllowedSaysHowToBeSomebody(TestApp app) {
        assertThat(app.request(Members.class).path("id", "m1").send())
                .hasToString(
                        "%nmembers: steps [], status 401, body %s%n  say who asks: app.as(\"ada\", \"a-role\").run(...)"
                                .formatted(app.request(Members.class)
                                        .path("id", "m1")
                                        .send()
                                        .body()));
    }
}
