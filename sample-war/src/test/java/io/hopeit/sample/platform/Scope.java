package io.hopeit.sample.platform;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** One of it is made for each request scope, and tells which. */
@RequestScoped
public class Scope {
    private final String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }
}
