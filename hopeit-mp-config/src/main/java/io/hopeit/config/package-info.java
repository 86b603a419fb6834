/**
 * What configuration says: MicroProfile Config is read once, at deployment, into records that validate themselves.
 *
 * <p>Every value has a default and can be set for all events or streams and for one of them by its name. A key that
 * nobody asked for is reported with the nearest one that exists.
 */
@NullMarked
package io.hopeit.config;

import org.jspecify.annotations.NullMarked;
