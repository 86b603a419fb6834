package com.acme.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Orders in the memory of this process. Take a database instead: a second instance does not see them. */
@ApplicationScoped
public class Orders {
    private final Map<String, OrderState> states = new ConcurrentHashMap<>();

    /** Keeps one, unless it is known: who sends an order twice gets it once. */
    public void place(PlacedOrder order) {
        states.putIfAbsent(order.id(), new OrderState(order, false));
    }

    /** May be called again for the same order: a message can come more than once. */
    public void ship(PlacedOrder order) {
        states.put(order.id(), new OrderState(order, true));
    }

    /** Empty if nobody has ordered that. */
    public Optional<OrderState> find(String id) {
        return Optional.ofNullable(states.get(id));
    }
}
