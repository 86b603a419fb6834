/** A world in which consumers are tried: its time, its chance and its broker are made up, so that every run can be repeated. */
@NullMarked
package io.hopeit.streams.simulation;

import org.jspecify.annotations.NullMarked;
