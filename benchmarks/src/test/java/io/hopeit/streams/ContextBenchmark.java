package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.benchmarks.Deployment;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.spi.Entry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the context of a run costs that a message triggers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContextBenchmark {
    private static final Message MESSAGE = new Message(
            "payload",
            "o-1",
            "bench.Order",
            new Origin(
                    new TrackIds(Map.of(
                            TrackIds.REQUEST_ID,
                            "c0f6a5de-0c54-4f0b-8c5a-000000000001",
                            TrackIds.REQUEST_TS,
                            "2026-11-25T10:00:00.000000+00:00")),
                    Identity.ANONYMOUS),
            "AUTO");

    private final Deployment deployment = Deployment.start();
    private final EventDefinition event = deployment.event("consume_order");
    private final Trigger.Read read = (Trigger.Read) event.trigger();
    private final Contexts contexts = new Contexts(
            deployment.catalogue(), deployment.container().select(AppTime.class).get());
    private final Entry entry = new Entry("bench.1x0.orders", "1795238175870-0", Map.of());

    /** From a message that has been read. */
    @Benchmark
    public EventContext ofMessage() {
        return contexts.consumed(event, read, entry, MESSAGE);
    }

    /** Ends what this is about. */
    @TearDown
    public void close() {
        deployment.close();
    }
}
