package io.hopeit.guide.shop;

import io.hopeit.EventContext;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.WriteStream;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Takes an order, and publishes it once it has been priced. */
@PostEvent("orders.place") // POST /api/shop/1x0/orders/place
@WriteStream("orders.placed") // each result, confirmed before the response
@Steps({"price", "check"})
public class PlaceOrder {
    @Inject
    Prices prices;

    @Retry(maxRetries = 2) // MicroProfile Fault Tolerance applies to each step
    PricedOrder price(@Valid Order order, @HeaderParam("X-Region") @DefaultValue("eu") String region) {
        return new PricedOrder(order.id(), prices.of(order, region));
    }

    Accepted check(PricedOrder order, EventContext context) {
        return new Accepted(order.id(), context.startedAt());
    }
}
