/** Parameters with a few values. */
@NullMarked
package io.hopeit.sample.enums;

import org.jspecify.annotations.NullMarked;
