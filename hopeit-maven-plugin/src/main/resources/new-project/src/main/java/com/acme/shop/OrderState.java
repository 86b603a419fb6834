package com.acme.shop;

/** How far an order is. */
public record OrderState(PlacedOrder order, boolean shipped) {}
