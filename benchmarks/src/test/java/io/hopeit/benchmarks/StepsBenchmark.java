package io.hopeit.benchmarks;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventRunner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to run the steps of an event, with metrics and its time limit, whatever the steps do. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepsBenchmark {
    private final Deployment deployment = Deployment.start();
    private final EventRunner runner =
            deployment.container().select(EventRunner.class).get();
    private final EventDefinition one = deployment.event("echo_order");
    private final EventDefinition three = deployment.event("stepwise");
    private final Order order = Order.of(1, 200);

    private @Nullable Object run(EventDefinition event) throws Exception {
        var context = new EventContext(
                event.app(),
                Optional.empty(),
                event.name(),
                new TrackIds(Map.of()),
                StreamEvent.AUTO,
                Identity.ANONYMOUS,
                Instant.EPOCH);
        return runner.run(event, order, EventRunner.Arguments.NONE, context);
    }

    /** One step, which returns what it gets. */
    @Benchmark
    public @Nullable Object oneStep() throws Exception {
        return run(one);
    }

    /** Three steps, with a type each. */
    @Benchmark
    public @Nullable Object threeSteps() throws Exception {
        return run(three);
    }

    /** Ends what this is about. */
    @TearDown
    public void close() {
        deployment.close();
    }
}
