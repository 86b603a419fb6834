package com.acme.shop;

import java.time.Instant;

/** An order that was taken. */
public record PlacedOrder(String id, String item, int pieces, Instant placedAt) {}
