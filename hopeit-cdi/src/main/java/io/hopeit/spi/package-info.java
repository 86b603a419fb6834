/**
 * What a transport needs: the catalogue of events, the runner, and the ports that a transport fills. Applications need
 * nothing of it but {@link io.hopeit.spi.Json}: to write the JSON that events write, or to replace it.
 */
@NullMarked
package io.hopeit.spi;

import org.jspecify.annotations.NullMarked;
