/** hopeit's simple example: things that are saved, listed, queried, submitted to a stream and processed from it. */
@NullMarked
package io.hopeit.sample;

import org.jspecify.annotations.NullMarked;
