/**
 * How entries of streams are consumed so that none is lost or stuck: what is read when, what runs when, and what becomes
 * of it. It knows time, chance and the broker through ports only, and has no thread. Nothing here is for
 * applications.
 */
@NullMarked
package io.hopeit.streams.engine;

import org.jspecify.annotations.NullMarked;
