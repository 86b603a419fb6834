/**
 * What a transport needs: the catalogue of events, the runner, and the ports that a transport fills. Applications do
 * not need it, except to replace {@link io.hopeit.spi.Json}.
 */
@NullMarked
package io.hopeit.spi;

import org.jspecify.annotations.NullMarked;
