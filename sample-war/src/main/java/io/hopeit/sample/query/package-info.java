/** The event query-something. */
@NullMarked
package io.hopeit.sample.query;

import org.jspecify.annotations.NullMarked;
