/** What has to be there before anything else. */
@NullMarked
package io.hopeit.sample.setup;

import org.jspecify.annotations.NullMarked;
