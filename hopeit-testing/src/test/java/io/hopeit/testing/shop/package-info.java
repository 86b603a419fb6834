/** An application to test. */
@NullMarked
package io.hopeit.testing.shop;

import org.jspecify.annotations.NullMarked;
