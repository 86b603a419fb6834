package io.hopeit.testing.shop;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Takes an order, and publishes it once it has been priced. */
@PostEvent("orders.place")
@WriteStream("orders.placed")
@Steps("price")
public class PlaceOrder {
    @Inject
    Prices prices;

    @Preprocess
    void check(@Valid Order order, HttpRequest request) {
        if (request.header("X-Closed").isPresent()) {
            request.setStatus(403);
        }
    }

    @Retry(maxRetries = 1, delay = 0, jitter = 0)
    PricedOrder price(Order order, @QueryParam("discount") @DefaultValue("0") int discount, EventContext context) {
        return new PricedOrder(order.id(), prices.of(order.id()) * order.pieces() - discount, context.startedAt());
    }

    @Postprocess
    PricedOrder tell(PricedOrder order, HttpResponse response) {
        response.setStatus(201);
        response.setHeader("X-Price", String.valueOf(order.price()));
        return order;
    }
}
