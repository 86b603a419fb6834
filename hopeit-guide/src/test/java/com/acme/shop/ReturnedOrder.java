package com.acme.shop;

/** What comes back, and what it has cost in cents. */
public record ReturnedOrder(String id, int cents) {}
