package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The application as it runs: on its server, with a real Redis. */
class OrdersIT {
    private static final String ORDERS = "/api/acme-shop/1x0/orders/";

    @AutoClose
    private static final TestServer SERVER = TestServer.start();

    @Test
    void whatIsPlacedIsShipped() {
        var response = SERVER.post(ORDERS + "place", """
                {"id": "o1", "item": "tea", "pieces": 2}""");

        assertThat(response.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(SERVER.get(ORDERS + "o1").body()).contains("\"shipped\":true"));
    }

    @Test
    void whatNobodyHasOrderedIsNotFound() {
        assertThat(SERVER.get(ORDERS + "o2").statusCode()).isEqualTo(404);
    }
}
