/**
 * Tests of events, without a server: {@link io.hopeit.testing.HopeitTest} starts the events that it names, {@link
 * io.hopeit.testing.TestApp} runs them.
 */
@NullMarked
package io.hopeit.testing;

import org.jspecify.annotations.NullMarked;
