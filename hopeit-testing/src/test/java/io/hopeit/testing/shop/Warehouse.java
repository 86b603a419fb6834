package io.hopeit.testing.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where orders are sent from. */
@ApplicationScoped
public class Warehouse {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    /** Sends it. */
    public void send(String id) throws IOException {
        sent.add(id);
    }

    /** What has been sent. */
    public List<String> sent() {
        return List.copyOf(sent);
    }
}
