/**
 * A real Redis for development and tests that lives as long as the JVM which started it. Start one with
 * {@link io.hopeit.redis.embedded.EmbeddedRedis}, or put {@link io.hopeit.redis.embedded.Main} in front of an
 * application's main class.
 */
@NullMarked
package io.hopeit.redis.embedded;

import org.jspecify.annotations.NullMarked;
