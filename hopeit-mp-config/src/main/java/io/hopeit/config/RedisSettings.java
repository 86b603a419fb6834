package io.hopeit.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code hopeit.redis.*} says.
 *
 * {@snippet lang="properties" :
 * hopeit.redis.uri=rediss://redis.example.org:6380
 * hopeit.redis.username=shop
 * hopeit.redis.password-file=/run/secrets/redis
 * }
 *
 * @param uri the server, {@code redis://[user:password@]host:port[/database]} or {@code rediss://} for TLS; behind
 *     sentinels {@code redis-sentinel://[:password@]host:port,host2:port2[/database]#master}, or {@code
 *     rediss-sentinel://}; key {@code uri}, default {@code redis://localhost:6379}
 * @param topology what is there; key {@code topology}, default {@code standalone}
 * @param credentials who connects, where that is not in the URI
 * @param commandTimeout a command without an answer after this has failed, and its connection is opened anew; key
 *     {@code command-timeout}, default 1.5 s
 * @param connectTimeout a connection that is not open after this is tried again; key {@code connect-timeout}, default 2
 *     s
 */
public record RedisSettings(
        URI uri, Topology topology, Credentials credentials, Duration commandTimeout, Duration connectTimeout) {
    /**
     * What the URI leads to.
     *
     * {@snippet lang="properties" :
     * hopeit.redis.topology=cluster
     * }
     */
    public enum Topology implements WireName {
        /** One server that has all streams, or sentinels that know it; replicas may stand by. */
        STANDALONE("standalone"),
        /** A cluster, whose servers share the streams. */
        CLUSTER("cluster");

        private final String wireName;

        Topology(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /**
     * Who connects; what is said here wins over the URI.
     *
     * {@snippet lang="properties" :
     * hopeit.redis.username=shop
     * hopeit.redis.password-file=/run/secrets/redis-password
     * }
     *
     * @param username key {@code username}
     * @param password key {@code password}; never printed
     * @param passwordFile holds the password, is read anew for each connection, and wins over {@code password}; key
     *     {@code password-file}
     */
    public record Credentials(Optional<String> username, Optional<String> password, Optional<Path> passwordFile) {
        /** Only what the URI says, if anything. */
        public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "Credentials[" + username.orElse("") + (password.isPresent() ? ", ***" : "")
                    + passwordFile.map(file -> ", " + file).orElse("") + ']';
        }
    }

    /** One server, with the credentials of its URI. */
    public RedisSettings(URI uri, Duration commandTimeout, Duration connectTimeout) {
        this(uri, Topology.STANDALONE, Credentials.NONE, commandTimeout, connectTimeout);
    }

    /** Whether the URI leads to sentinels, which know the server. */
    boolean isSentinel() {
        return uri.getScheme().endsWith("-sentinel");
    }

    /** The server without user information, fit for logs and start-up output. */
    public String address() {
        var authority = uri.getRawAuthority();
        var master = isSentinel() ? "#" + uri.getFragment() : "";
        return uri.getScheme() + "://" + hosts(authority) + master;
    }

    /** Several hosts are no host to {@link URI}, and a password of theirs no user information. */
    static String hosts(@Nullable String authority) {
        return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "RedisSettings[" + address() + ", " + topology.wireName() + ", commandTimeout=" + commandTimeout + ']';
    }
}
