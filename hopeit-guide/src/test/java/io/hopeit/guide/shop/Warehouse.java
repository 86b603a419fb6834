package io.hopeit.guide.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where parcels are sent from. */
@ApplicationScoped
class Warehouse {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    void send(String id) {
        sent.add(id);
    }

    List<String> sent() {
        return List.copyOf(sent);
    }
}
