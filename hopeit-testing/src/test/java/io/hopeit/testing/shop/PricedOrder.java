package io.hopeit.testing.shop;

import io.hopeit.DataObject;
import java.time.Instant;

/** What that costs. */
@DataObject(value = "shop.PricedOrder", eventId = "id")
public record PricedOrder(String id, int price, Instant at) {}
