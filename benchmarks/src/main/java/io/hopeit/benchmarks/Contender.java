package io.hopeit.benchmarks;

import java.io.IOException;
import java.util.Map;

/** One way to do the work that is measured. It has a JVM of its own, and is made for its first round. */
interface Contender extends AutoCloseable {
    /** Makes ready for a round; that is not measured. */
    default void prepare(Task task) {}

    /** Does the work, and returns when all of it is confirmed or acknowledged; further results, or none. */
    Map<String, Double> run(Task task) throws Exception;

    @Override
    default void close() throws IOException {}
}
