package io.hopeit.config;

import java.net.URI;
import java.time.Duration;

/**
 * What {@code hopeit.redis.*} says.
 *
 * @param uri the server, {@code redis://[user:password@]host:port[/database]} or {@code rediss://} for TLS; key {@code
 *     uri}, default {@code redis://localhost:6379}
 * @param commandTimeout a command without an answer after this has failed, and its connection is opened anew; key
 *     {@code command-timeout}, default 1.5 s
 * @param connectTimeout a connection that is not open after this is tried again; key {@code connect-timeout}, default 2
 *     s
 */
public record RedisSettings(URI uri, Duration commandTimeout, Duration connectTimeout) {
    /** The server without user information, fit for logs and start-up output. */
    public String address() {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    @Override
    public String toString() {
        return "RedisSettings[" + address() + ", commandTimeout=" + commandTimeout + ']';
    }
}
