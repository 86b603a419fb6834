/** Files and streams for clients. */
@NullMarked
package io.hopeit.sample.download;

import org.jspecify.annotations.NullMarked;
