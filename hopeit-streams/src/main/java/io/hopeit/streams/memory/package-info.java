/**
 * Streams in the memory of this process, for tests and trials. Applications choose them with {@code
 * hopeit.streams.broker=memory}, and need nothing of this.
 */
@NullMarked
package io.hopeit.streams.memory;

import org.jspecify.annotations.NullMarked;
