/** How events are found, checked and run. Nothing here is for applications or transports; see {@link io.hopeit.spi}. */
@NullMarked
package io.hopeit.cdi;

import org.jspecify.annotations.NullMarked;
