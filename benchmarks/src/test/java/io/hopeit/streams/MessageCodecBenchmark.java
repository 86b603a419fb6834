package io.hopeit.streams;

import io.hopeit.Identity;
import io.hopeit.TrackIds;
import io.hopeit.benchmarks.Order;
import io.hopeit.config.Compression;
import io.hopeit.config.Serialization;
import io.hopeit.config.StreamSettings;
import io.hopeit.config.WireName;
import io.hopeit.spi.Json;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a message costs to write and to read, whole, by how its payload is written and how large that is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageCodecBenchmark {
    private static final int LARGEST = 1 << 20;

    /** How the payload becomes bytes. */
    @Param({"json", "json+base64"})
    public String ser = "json";

    /** How those are compressed. */
    @Param({"none", "lz4", "zip", "gzip", "bz2", "lzma"})
    public String comp = "none";

    /** Of the payload as JSON, in bytes, about. */
    @Param({"200", "2048", "20480"})
    public int size = 200;

    private final MessageCodec codec = new MessageCodec(new Json());
    private final MessageTypes types = new MessageTypes(Map.of("bench.Order", Order.class));
    private Order order = Order.of(1, size);
    private Origin origin = new Origin(new TrackIds(Map.of()), Identity.ANONYMOUS);
    private StreamSettings settings = StreamSettings.defaults("orders");
    private Map<String, byte[]> message = Map.of();

    /** Makes what is written and read. */
    @Setup
    public void prepare() {
        order = Order.of(1, size);
        origin = new Origin(
                new TrackIds(Map.of(
                        TrackIds.OPERATION_ID,
                        "6a2f4f6e-53e8-4f1d-9c0b-000000000001",
                        TrackIds.REQUEST_ID,
                        "c0f6a5de-0c54-4f0b-8c5a-000000000001",
                        TrackIds.REQUEST_TS,
                        "2026-11-25T10:00:00.000000+00:00",
                        TrackIds.EVENT_APP,
                        "bench.1x0")),
                Identity.ANONYMOUS);
        var usual = StreamSettings.defaults("orders");
        var publish = new StreamSettings.Publish(
                usual.publish().envelope(),
                WireName.find(Serialization.class, ser).orElseThrow(),
                WireName.find(Compression.class, comp).orElseThrow(),
                usual.publish().maxMessageSize(),
                0,
                usual.publish().idempotentFor(),
                usual.publish().trimming());
        settings = new StreamSettings("orders", 1, usual.consume(), publish, usual.overrides());
        message = encode();
    }

    /** How long the payload is as it is written. */
    public int payload() {
        return Objects.requireNonNull(message.get("payload")).length;
    }

    /** From a record to fields. */
    @Benchmark
    public Map<String, byte[]> encode() {
        return codec.encode(Payload.of(order), origin, "AUTO", settings);
    }

    /** From fields to a record. */
    @Benchmark
    public Object decode() {
        return codec.decode(message, types, LARGEST);
    }
}
