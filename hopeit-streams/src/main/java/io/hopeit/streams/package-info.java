/**
 * Streams: {@link io.hopeit.streams.Publisher} writes messages, and each {@link io.hopeit.StreamEvent} runs for every
 * message it reads.
 */
@NullMarked
package io.hopeit.streams;

import org.jspecify.annotations.NullMarked;
