/** Somethings that come by themselves. */
@NullMarked
package io.hopeit.sample.service;

import org.jspecify.annotations.NullMarked;
