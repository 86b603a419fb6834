package io.hopeit.guide.shop;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whose van breaks down after each third parcel. */
@ApplicationScoped
class Carrier {
    private final List<String> taken = new CopyOnWriteArrayList<>();

    boolean hasTaken(String id) {
        return taken.contains(id);
    }

    void take(String id) throws IOException {
        taken.add(id);
        if (taken.size() % 3 == 0) {
            throw new IOException("the van has broken down");
        }
    }

    List<String> taken() {
        return List.copyOf(taken);
    }
}
