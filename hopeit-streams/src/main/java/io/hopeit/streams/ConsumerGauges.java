package io.hopeit.streams;

import io.hopeit.streams.spi.GroupStats;
import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * What can be seen at any time of one consumer and its group. Nothing here asks the broker, and what is not known is {@link
 * #UNKNOWN}: NaN would be no JSON, and end all metrics of a server that is asked for it.
 */
record ConsumerGauges(ConsumerLoop consumer, Meters meters) {
    private static final long UNKNOWN = -1;

    void register() {
        var tags = Meters.tags(consumer.stats());
        meters.gauge("in.flight", MetricUnits.NONE, this::inFlight, tags);
        meters.gauge("last.poll.age", MetricUnits.SECONDS, this::lastPollAge, tags);
        consumer.stats().keys().forEach(this::register);
    }

    private void register(String key) {
        gauge("length", key, GroupStats::length);
        gauge("lag", key, stats -> Math.max(UNKNOWN, stats.lag()));
        gauge("pending", key, GroupStats::pending);
        gauge("retries.waiting", key, GroupStats::retries);
        gauge("dead.letters", key, GroupStats::deadLetters);
        gauge("consumers", key, GroupStats::consumers);
        gauge(
                "oldest.pending.age",
                MetricUnits.SECONDS,
                key,
                stats -> seconds(stats.oldestPending().toMillis()));
    }

    private void gauge(String name, String key, Function<GroupStats, Number> value) {
        gauge(name, MetricUnits.NONE, key, value);
    }

    private void gauge(String name, String unit, String key, Function<GroupStats, Number> value) {
        var standings = consumer.stats().standings();
        var common = Meters.tags(consumer.stats());
        var tags = Arrays.copyOf(common, common.length + 1);
        tags[common.length] = new Tag("key", key);
        meters.gauge(name, unit, () -> standings.of(key).map(value).orElse(UNKNOWN), tags);
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }

    private Number inFlight() {
        return consumer.current().map(running -> running.engine().inFlight()).orElse(0);
    }

    private Number lastPollAge() {
        return switch (consumer.state()) {
            case RUNNING, FAILED ->
                consumer.current()
                        .<Number>map(running -> seconds(running.engine().millisSinceRead()))
                        .orElse(UNKNOWN);
            case STOPPED, STARTING, PAUSED, STOPPING -> UNKNOWN;
        };
    }
}
