/** Events of several stages. */
@NullMarked
package io.hopeit.sample.shuffle;

import org.jspecify.annotations.NullMarked;
