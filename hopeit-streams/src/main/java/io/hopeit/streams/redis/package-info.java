/**
 * Streams in Redis or Valkey, reached with Lettuce; nothing outside this package knows Lettuce. Nothing here is for applications.
 */
@NullMarked
package io.hopeit.streams.redis;

import org.jspecify.annotations.NullMarked;
