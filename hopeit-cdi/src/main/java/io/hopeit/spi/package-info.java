/**
 * What a transport needs: the catalogue of events, the runner, and the ports that a transport fills.
 *
 * <p>Applications can use some of it: {@link io.hopeit.spi.Json} to write the JSON that events write, or to replace it; {@link
 * io.hopeit.spi.EventListener} to be told of runs; {@link io.hopeit.spi.EventLoops} to see and stop what runs by itself, and
 * its dead letters; {@link io.hopeit.spi.SharedFacts} and {@link io.hopeit.spi.AppTime}. They need nothing else.
 */
@NullMarked
package io.hopeit.spi;

import org.jspecify.annotations.NullMarked;
