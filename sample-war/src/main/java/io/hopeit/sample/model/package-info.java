/** What the events of the simple example work on; the names in messages are those of the original. */
@NullMarked
package io.hopeit.sample.model;

import org.jspecify.annotations.NullMarked;
