/** Files from clients. */
@NullMarked
package io.hopeit.sample.upload;

import org.jspecify.annotations.NullMarked;
