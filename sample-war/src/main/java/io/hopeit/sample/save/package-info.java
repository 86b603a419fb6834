/** The event save-something. */
@NullMarked
package io.hopeit.sample.save;

import org.jspecify.annotations.NullMarked;
