package io.hopeit.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The program of that name that comes with Redis, where it is installed; its processor time is not known. */
final class RedisBenchmark implements Contender {
    @Override
    public Map<String, Double> run(Task task) throws IOException {
        var process = new ProcessBuilder(List.of(
                        "redis-benchmark",
                        "--csv",
                        "-p",
                        "" + task.port(),
                        "-c",
                        "1",
                        "-P",
                        task.text("threads"),
                        "-n",
                        "" + task.count(),
                        "XADD",
                        task.key(),
                        "*",
                        "payload",
                        Order.json(0, 1, task.number("size"))))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Map.of("nanos", task.count() * 1e9 / rate(output), "cpu", Double.NaN, "bytes", Double.NaN);
    }

    /** Messages per second: the first number after the name of the test, which may have anything in it but an end. */
    static double rate(String csv) {
        var lines = csv.strip().split("\n", -1);
        var last = lines[lines.length - 1];
        var numbers = last.replaceFirst("^.*?\"(?=(,\"[0-9.]+\")+$)", "");
        return Double.parseDouble(numbers.split("\"", -1)[1]);
    }
}
