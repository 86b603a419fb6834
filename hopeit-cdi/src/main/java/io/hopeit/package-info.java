/**
 * What an application uses to write events: one class with one trigger annotation, whose steps are methods. The first
 * parameter of a step is its payload, the others are injected.
 */
@NullMarked
package io.hopeit;

import org.jspecify.annotations.NullMarked;
