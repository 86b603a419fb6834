/** Tests of the guide: its commands, and that its code is code that runs. */
@NullMarked
package io.hopeit.guide;

import org.jspecify.annotations.NullMarked;
