package io.hopeit.jaxrs;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;

/** Which server the tests of requests ask. */
public final class Target {
    static final String ELSEWHERE = "hopeit.test.base-url";

    private Target() {}

    /** The one at {@code -Dhopeit.test.base-url}, which serves the same test events, or else the one that was started. */
    public static URI of(WebTarget started) {
        return elsewhere().isEmpty() ? started.getUri() : URI.create(elsewhere());
    }

    /** The same, for a client of JAX-RS. */
    public static WebTarget at(WebTarget started) {
        return elsewhere().isEmpty() ? started : ClientBuilder.newClient().target(elsewhere());
    }

    /** Empty when the tests start what they ask. */
    public static String elsewhere() {
        return System.getProperty(ELSEWHERE, "");
    }
}
