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
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What somebody is told who asks for what cannot be. */
@HopeitTest({PlaceOrder.class, ShipOrder.class, Ticker.class, Members.class})
@WithConfig({"mp.jwt.verify.publickey.location=none", "mp.jwt.verify.issuer=shop", "mp.jwt.verify.audiences=shop.1x0"})
class MisuseTest {

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
    void onlyARequestHasAResponse(TestApp app) {
        var run = app.run(ShipOrder.class, new PricedOrder("o1", 1, Instant.EPOCH));

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
