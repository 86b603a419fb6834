package com.acme.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was paid back, by order: a message that comes twice is paid once. */
@ApplicationScoped
public class Refunds {
    private final Map<String, Integer> paid = new ConcurrentHashMap<>();

    public void pay(String order, int cents) {
        paid.putIfAbsent(order, cents);
    }

    public int total() {
        return paid.values().stream().mapToInt(Integer::intValue).sum();
    }
}
