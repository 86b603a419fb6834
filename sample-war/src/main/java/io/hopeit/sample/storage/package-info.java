/** Where somethings are kept. */
@NullMarked
package io.hopeit.sample.storage;

import org.jspecify.annotations.NullMarked;
