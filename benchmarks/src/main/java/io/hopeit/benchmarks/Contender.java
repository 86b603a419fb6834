package io.hopeit.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.MBeanServerConnection;

/** One way to do the work that is measured. It has a JVM of its own, or starts one, and is made for its first round. */
interface Contender extends AutoCloseable {
    /** Makes ready for a round; that is not measured. */
    default void prepare(Task task) {}

    /** Does the work, and returns when all of it is confirmed or acknowledged; further results, or none. */
    Map<String, Double> run(Task task) throws Exception;

    /** The JVM that does the work, which is looked at. */
    default MBeanServerConnection jvm() throws IOException {
        return ManagementFactory.getPlatformMBeanServer();
    }

    @Override
    default void close() throws IOException {}
}
