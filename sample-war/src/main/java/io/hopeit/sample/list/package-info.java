/** The event list-somethings-unsecured. */
@NullMarked
package io.hopeit.sample.list;

import org.jspecify.annotations.NullMarked;
