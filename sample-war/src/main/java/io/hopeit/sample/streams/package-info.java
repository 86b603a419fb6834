/** The events that meet at the stream something-event. */
@NullMarked
package io.hopeit.sample.streams;

import org.jspecify.annotations.NullMarked;
