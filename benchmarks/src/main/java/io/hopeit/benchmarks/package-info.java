/** Measures what the library costs: contenders, each in a JVM of its own, do the same work in turn. */
@NullMarked
package io.hopeit.benchmarks;

import org.jspecify.annotations.NullMarked;
