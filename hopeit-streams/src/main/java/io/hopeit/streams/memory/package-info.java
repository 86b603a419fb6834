/** Streams in the memory of this process, for tests and trials. */
@NullMarked
package io.hopeit.streams.memory;

import org.jspecify.annotations.NullMarked;
