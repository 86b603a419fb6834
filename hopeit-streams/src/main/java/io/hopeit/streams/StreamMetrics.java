package io.hopeit.streams;

import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.WriteTo;
import io.hopeit.streams.engine.EngineListener.Count;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Streams in MicroProfile Metrics: counters {@code hopeit.stream.<what>}, gauges of consumers and their groups, and {@code
 * hopeit.stream.published}. All are there from the start, and go with the application. The extension makes it a bean only
 * where there are metrics, so it has no annotation that would.
 */
class StreamMetrics implements StreamListener {
    @Inject
    Instance<MetricRegistry> registries;

    @Inject
    EventCatalogue catalogue;

    @Inject
    StreamsExtension deployment;

    private final Map<ConsumerStats, Map<Count, Counter>> counters = new ConcurrentHashMap<>();
    private final Map<String, Map<Published, Counter>> published = new ConcurrentHashMap<>();
    private @Nullable Meters meters;

    @PostConstruct
    void find() {
        if (registries.isResolvable()) {
            meters = new Meters(registries.get());
        }
    }

    @Override
    public void begins(List<ConsumerLoop> consumers) {
        var to = meters;
        if (to == null) {
            return;
        }
        for (ConsumerLoop consumer : consumers) {
            counters.put(consumer.stats(), counters(consumer.stats(), to));
            new ConsumerGauges(consumer, to).register();
        }
        var results = catalogue.events().stream()
                .map(event -> event.output().map(WriteTo::stream))
                .flatMap(Optional::stream);
        Stream.concat(results, deployment.written().stream()).forEach(stream -> published(stream, to));
    }

    private static Map<Count, Counter> counters(ConsumerStats consumer, Meters to) {
        var counters = new EnumMap<Count, Counter>(Count.class);
        var tags = Meters.tags(consumer);
        for (Count what : Count.values()) {
            var name = what.name().toLowerCase(Locale.ROOT).replace('_', '.');
            counters.put(what, to.counter(name, tags));
        }
        return counters;
    }

    private Map<Published, Counter> published(StreamDefinition stream, Meters to) {
        return published.computeIfAbsent(stream.name(), name -> {
            var counters = new EnumMap<Published, Counter>(Published.class);
            for (Published outcome : Published.values()) {
                counters.put(
                        outcome,
                        to.counter(
                                "published",
                                new Tag("app", catalogue.app().key()),
                                new Tag("stream", name),
                                new Tag("outcome", outcome.label())));
            }
            return counters;
        });
    }

    @Override
    public void counted(ConsumerStats consumer, Count what, long times) {
        var counter = counters.getOrDefault(consumer, Map.of()).get(what);
        if (counter != null) {
            counter.inc(times);
        }
    }

    @Override
    public void published(StreamDefinition stream, Published outcome) {
        var to = meters;
        if (to != null) {
            var counter = published(stream, to).get(outcome);
            if (counter != null) {
                counter.inc();
            }
        }
    }

    @PreDestroy
    void remove() {
        if (meters != null) {
            meters.close();
        }
    }
}
