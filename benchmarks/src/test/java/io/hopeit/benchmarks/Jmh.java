package io.hopeit.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures inner parts, by JMH: all, or those whose names {@code bench.only} has as a pattern. {@code bench.quick} does
 * fewer rounds.
 */
final class Jmh {
    private Jmh() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws RunnerException {
        System.setProperty("java.class.path", Jvm.classPath("inner", "^$")); // that of its forks
        boolean isQuick = Boolean.getBoolean("bench.quick");
        var only = System.getProperty("bench.only", "");
        var options = new OptionsBuilder()
                .include(only.isEmpty() ? "io.hopeit" : only)
                .forks(1)
                .jvmArgs("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
                .warmupIterations(isQuick ? 2 : 5)
                .measurementIterations(isQuick ? 3 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .build();
        new Runner(options).run();
    }
}
