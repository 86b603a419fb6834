/** The port behind which streams live. Applications do not need it, except to replace the broker. */
@NullMarked
package io.hopeit.streams.spi;

import org.jspecify.annotations.NullMarked;
