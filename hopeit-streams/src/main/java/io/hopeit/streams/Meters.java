package io.hopeit.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** What is measured of streams: named {@code hopeit.stream.<name>}, and taken out of the registry in the end. */
final class Meters implements AutoCloseable {
    private static final String PREFIX = "hopeit.stream.";

    /** The source is kept, as a registry may know it but weakly. */
    private record Meter(MetricID id, Object source) {}

    private final MetricRegistry registry;
    private final List<Meter> meters = new ArrayList<>();

    Meters(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Whose numbers they are. */
    static Tag[] tags(ConsumerStats consumer) {
        var event = consumer.event();
        return new Tag[] {
            new Tag("app", event.app().key()),
            new Tag("event", event.id().nameInApp()),
            new Tag("stream", consumer.read().stream().name()),
            new Tag("group", consumer.read().group())
        };
    }

    synchronized Counter counter(String name, Tag... tags) {
        var counter = registry.counter(named(name, MetricUnits.NONE), tags);
        meters.add(new Meter(new MetricID(PREFIX + name, tags), counter));
        return counter;
    }

    synchronized void gauge(String name, String unit, Supplier<Number> source, Tag... tags) {
        registry.gauge(named(name, unit), source, tags);
        meters.add(new Meter(new MetricID(PREFIX + name, tags), source));
    }

    private static Metadata named(String name, String unit) {
        return Metadata.builder().withName(PREFIX + name).withUnit(unit).build();
    }

    @Override
    public synchronized void close() {
        meters.forEach(meter -> registry.remove(meter.id()));
        meters.clear();
    }
}
