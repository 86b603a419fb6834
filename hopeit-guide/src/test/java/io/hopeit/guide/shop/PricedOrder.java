package io.hopeit.guide.shop;

/** What it costs, in cents. */
public record PricedOrder(String id, int price) {}
