package io.hopeit.benchmarks;

import io.hopeit.benchmarks.InnerParts.Cost;
import io.hopeit.benchmarks.InnerParts.Form;
import io.hopeit.streams.MessageCodecBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures inner parts, by JMH: all, or those whose names {@code bench.only} has as a pattern. {@code bench.quick} does
 * fewer rounds; all of them in full are written to a page beside that of {@code bench.report}.
 */
final class Jmh {
    private Jmh() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws RunnerException, IOException {
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
        var results = new Runner(options).run();
        var file = System.getProperty("bench.report", "");
        if (!isQuick && only.isEmpty() && !file.isEmpty()) {
            Files.writeString(Path.of(file).resolveSibling("inner-parts.md"), page(results));
        }
    }

    private static String page(Collection<RunResult> results) {
        var page = new InnerParts(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Machine.text(),
                Runtime.version().toString());
        return page.text(results.stream().map(Jmh::cost).toList(), Jmh::payload);
    }

    private static Cost cost(RunResult result) {
        var parameters = result.getParams();
        var how = parameters.getParamsKeys().stream()
                .collect(Collectors.toMap(Function.identity(), parameters::getParam));
        var part = parameters.getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)", "$1");
        double bytes = result.getSecondaryResults().entrySet().stream()
                .filter(more -> more.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(more -> more.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
        var time = result.getPrimaryResult();
        return new Cost(part, how, time.getScore(), time.getScoreError(), bytes);
    }

    private static double payload(Form form) {
        var message = new MessageCodecBenchmark();
        message.ser = form.ser();
        message.comp = form.comp();
        message.size = form.size();
        message.prepare();
        return message.payload();
    }
}
