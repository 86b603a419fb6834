/** The example of the README, and what the chapters show. */
@NullMarked
package io.hopeit.guide.shop;

import org.jspecify.annotations.NullMarked;
