/** Several things done at the same time. */
@NullMarked
package io.hopeit.sample.collector;

import org.jspecify.annotations.NullMarked;
