package io.hopeit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.testing.shop.Members;
import io.hopeit.testing.shop.Order;
import io.hopeit.testing.shop.PlaceOrder;
import io.hopeit.testing.shop.PricedOrder;
import io.hopeit.testing.shop.Upload;
import org.junit.jupiter.api.Test;

@HopeitTest({PlaceOrder.class, Upload.class, Members.class})
@WithConfig({"mp.jwt.verify.publickey.location=none", "mp.jwt.verify.issuer=shop", "mp.jwt.verify.audiences=shop.1x0"})
class RequestsTest {

    @Test
    void aRequestGoesThroughHooksAndStepsAndIsPublished(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("o1", 2));

        assertThat(run.status()).isEqualTo(201);
        assertThat(run.header("X-Price")).contains("20");
        assertThat(run.header("x-event-app")).contains("shop.1x0");
        assertThat(run.result(PricedOrder.class).price()).isEqualTo(20);
        assertThat(run.published("orders.placed", PricedOrder.class)).isEqualTo(run.results(PricedOrder.class));
        assertThat(run.body()).startsWith("{\"id\":\"o1\",\"price\":20,");
    }

    @Test
    void parametersAndHeadersAreBoundAsOnAServer(TestApp app) {
        var run = app.request(PlaceOrder.class)
                .payload(new Order("o1", 2))
                .query("discount", 5)
                .send();

        assertThat(run.result(PricedOrder.class).price()).isEqualTo(15);
        assertThat(app.request(PlaceOrder.class)
                        .payload(new Order("o1", 2))
                        .query("discount", "{x}")
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsWrongIsNamedInTheResponse(TestApp app) {
        var run = app.run(PlaceOrder.class, new Order("", 0));

        assertThat(run.status()).isEqualTo(400);
        assertThat(run.body()).contains("\"field\":\"id\"", "\"field\":\"pieces\"");
        assertThat(run.steps()).isEmpty();
        assertThat(app.request(PlaceOrder.class).json("{").send().status()).isEqualTo(400);
    }

    @Test
    void aPreprocessCanAnswer(TestApp app) {
        var run = app.request(PlaceOrder.class)
                .payload(new Order("o1", 1))
                .header("X-Closed", "yes")
                .send();

        assertThat(run.status()).isEqualTo(403);
        assertThat(run.published("orders.placed", PricedOrder.class)).isEmpty();
    }

    @Test
    void aFormHasTextsObjectsAndFiles(TestApp app) {
        var run = app.request(Upload.class)
                .field("by", "ada")
                .field("first", new Order("o1", 1))
                .file("list", "list.txt", "o1 o2".getBytes(UTF_8))
                .send();

        assertThat(run.body()).isEqualTo("{\"orders.upload\":\"ada o1 list.txt o1 o2\"}");
    }

    @Test
    void whoAsksIsSaidByTheTest(TestApp app) {
        assertThat(app.request(Members.class).path("id", "m 1").send().status()).isEqualTo(401);
        assertThat(app.as("ada").request(Members.class).path("id", "m1").send().status())
                .isEqualTo(403);
        assertThat(app.as("ada", "member")
                        .request(Members.class)
                        .path("id", "m 1")
                        .send()
                        .body())
                .isEqualTo("{\"members\":\"ada asks for m 1\"}");
    }

    @Test
    void aRouteNeedsWhatItNames(TestApp app) {
        assertThatThrownBy(() -> app.run(Members.class))
                .hasMessage(
                        "the route of members is /api/shop/1x0/members/{id}: say .path(name, value) for each name in braces");
    }
}
