package io.hopeit.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of what inner parts cost.
 *
 * @param java the version
 * @param machine what kind
 * @param date in ISO-8601
 */
record InnerParts(String date, String machine, String java) {
    private static final String WRITE = "MessageCodecBenchmark.encode";
    private static final String READ = "MessageCodecBenchmark.decode";

    /** How benchmarks are called on the page. */
    private static final Map<String, String> SINGLE = Map.of(
            "StepsBenchmark.oneStep", "run an event with one step, which returns what it gets",
            "StepsBenchmark.threeSteps", "run an event with three steps, with a type each",
            "ContextBenchmark.ofMessage", "make the context of a message that has been read",
            "RoutesBenchmark.plainPath", "find the event of a path",
            "RoutesBenchmark.pathWithParameter", "find the event of a path with a parameter");

    /**
     * What one part has cost.
     *
     * @param part the class and the method
     * @param how what it was done with, by name
     * @param nanos for each time that it is done
     * @param error of that; NaN when it is not known
     * @param bytes allocated for each
     */
    record Cost(String part, Map<String, String> how, double nanos, double error, double bytes) {
        String time() {
            return whole(nanos) + (Double.isNaN(error) ? "" : " ± " + whole(error));
        }
    }

    /**
     * How a message is written.
     *
     * @param ser how the payload becomes bytes
     * @param comp how those are compressed
     * @param size of the payload as JSON, in bytes
     */
    record Form(String ser, String comp, int size) {
        static Form of(Cost cost) {
            return new Form(
                    Words.value(cost.how(), "ser"),
                    Words.value(cost.how(), "comp"),
                    Integer.parseInt(Words.value(cost.how(), "size")));
        }
    }

    /** All of it, with the length of the payload of each form. */
    String text(Collection<Cost> costs, ToDoubleFunction<Form> length) {
        return """
                # What inner parts cost
                Measured by JMH and written by [benchmarks](../benchmarks), whose README says how: average time on one thread, with the error of
                99.9 %%, and bytes that are allocated. In [a stream](performance.md) it comes together with Redis, the network and other threads.

                | | |
                |---|---|
                | date | %s |
                | machine | %s |
                | Java | %s |

                ## Steps, contexts, routes
                | to | ns | bytes |
                |---|--:|--:|
                %s
                ## Messages
                From a record to the fields of a message in hopeit's envelope and back, by `serialization`, `compression` and the
                length of the record as JSON, about. *payload* is the length of that field. The larger records repeat one text, so that they are
                compressed more than others would be.

                %s""".formatted(date, machine, java, singles(costs), codecs(costs, length));
    }

    private static String singles(Collection<Cost> costs) {
        return costs.stream()
                .filter(cost -> SINGLE.containsKey(cost.part()))
                .map(cost -> "| %s | %s | %s |\n"
                        .formatted(Words.value(SINGLE, cost.part()), cost.time(), whole(cost.bytes())))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String codecs(Collection<Cost> costs, ToDoubleFunction<Form> length) {
        var written = costs.stream().filter(cost -> cost.part().equals(WRITE)).toList();
        var sizes =
                written.stream().map(cost -> Form.of(cost).size()).distinct().sorted();
        return sizes.map(size -> """
                        ### %s bytes of JSON
                        | | payload | write ns | bytes | read ns | bytes |
                        |---|--:|--:|--:|--:|--:|
                        %s""".formatted(whole(size), rows(written, costs, size, length)))
                .collect(Collectors.joining("\n"));
    }

    private static String rows(List<Cost> written, Collection<Cost> costs, int size, ToDoubleFunction<Form> length) {
        return written.stream()
                .filter(cost -> Form.of(cost).size() == size)
                .map(cost -> row(cost, read(costs, cost), length))
                .collect(Collectors.joining());
    }

    private static Optional<Cost> read(Collection<Cost> costs, Cost written) {
        return costs.stream()
                .filter(cost -> cost.part().equals(READ) && cost.how().equals(written.how()))
                .findFirst();
    }

    private static String row(Cost written, Optional<Cost> read, ToDoubleFunction<Form> length) {
        var form = Form.of(written);
        return "| %s, %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        form.ser(),
                        form.comp(),
                        whole(length.applyAsDouble(form)),
                        written.time(),
                        whole(written.bytes()),
                        read.map(Cost::time).orElse(""),
                        whole(read.map(Cost::bytes).orElse(null)));
    }

    /** Nothing for what is not known. */
    private static String whole(@Nullable Number number) {
        return number == null ? "" : String.format(Locale.ROOT, "%,.0f", number.doubleValue());
    }
}
