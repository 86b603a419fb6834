package io.hopeit.config;

import java.time.Duration;

/**
 * What {@code hopeit.streams.*} says about all streams together.
 *
 * {@snippet lang="properties" :
 * hopeit.streams.broker=memory
 * hopeit.streams.drain-timeout=PT20S
 * }
 *
 * @param broker where streams live; key {@code broker}, default {@code redis}
 * @param start whether this instance consumes streams and runs services; key {@code start}, default true
 * @param drainTimeout how long a stop waits for messages and values of services that are being worked on; key {@code
 *     drain-timeout}, default 10 s
 */
public record StreamsSettings(BrokerKind broker, boolean start, Duration drainTimeout) {
    /**
     * Where streams live.
     *
     * {@snippet lang="properties" :
     * hopeit.streams.broker=memory
     * }
     */
    public enum BrokerKind implements WireName {
        /** A Redis or Valkey server, version 6.2 or newer. */
        REDIS("redis"),
        /** This process: for tests and trials, nothing survives the application. */
        MEMORY("memory");

        private final String wireName;

        BrokerKind(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
