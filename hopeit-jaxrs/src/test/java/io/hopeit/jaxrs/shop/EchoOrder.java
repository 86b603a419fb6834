package io.hopeit.jaxrs.shop;

import io.hopeit.PostEvent;
import jakarta.validation.Valid;

@PostEvent
public class EchoOrder {
    Order echo(@Valid Order order) {
        return order;
    }
}
