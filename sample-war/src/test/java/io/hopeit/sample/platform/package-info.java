/** Events that tests add to the sample, to see what a step gets from its server. */
@NullMarked
package io.hopeit.sample.platform;

import org.jspecify.annotations.NullMarked;
