package io.hopeit.sample.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What {@link Take} has seen, by id. */
@ApplicationScoped
public class Answers {
    private final Map<String, Facts> seen = new ConcurrentHashMap<>();

    void put(String id, Facts facts) {
        seen.put(id, facts);
    }

    @Nullable
    Facts of(String id) {
        return seen.get(id);
    }
}
