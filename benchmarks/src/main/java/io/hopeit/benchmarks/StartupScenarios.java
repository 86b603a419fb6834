package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server is started, with few and with many events. */
final class StartupScenarios {
    private static final String BARE = "0 by hand";
    private static final String CACHED = ", AOT cache";
    private static final int MOST_MILLIS = 300;

    private StartupScenarios() {}

    static Scenario startup(boolean isQuick) {
        return new Scenario(
                "startup",
                "Start of Helidon, with events or resources by hand, until it listens and its OpenAPI document is made",
                new Load(1, Envelope.BARE, 200, false),
                Scenarios.of(
                        isQuick,
                        List.of(seldomIf(isQuick, byHand(0)), seldomIf(isQuick, events(100))),
                        List.of(
                                byHand(1),
                                byHand(100),
                                byHand(500),
                                events(1),
                                events(500),
                                cached(byHand(0)),
                                cached(byHand(100)),
                                cached(events(1)),
                                cached(events(100)),
                                cached(events(500)))),
                Scenarios.of(
                        isQuick,
                        List.of(extra("startup.100.extra-ms", 100, -MOST_MILLIS)),
                        List.of(
                                extra("startup.1.extra-ms", 1, Double.NaN),
                                new Ratio(
                                        "startup.100.of-by-hand-ms",
                                        new Comparison.Difference(name(100), "100 by hand", "millis"),
                                        Double.NaN),
                                extra("startup.500.extra-ms", 500, Double.NaN),
                                new Ratio(
                                        "startup.100.cached.extra-ms",
                                        new Comparison.Difference(name(100) + CACHED, BARE + CACHED, "millis"),
                                        Double.NaN))));
    }

    /** With Open Liberty where it is unpacked. */
    static Optional<Scenario> liberty() {
        return Liberty.unpacked()
                .map(home -> new Scenario(
                        "startup.liberty",
                        "Start of Open Liberty, with events or resources by hand, until one has answered",
                        new Load(1, Envelope.BARE, 200, false),
                        Stream.of(byHand(0), byHand(1), byHand(100), events(1), events(100), events(500))
                                .map(entrant -> onLiberty(entrant, home))
                                .toList(),
                        List.of(extra("startup.liberty.100.extra-ms", 100, Double.NaN))));
    }

    private static Entrant onLiberty(Entrant entrant, Path home) {
        return new Entrant(
                        entrant.name(),
                        entrant.contender().replace("start-", "start-liberty-"),
                        "answers requests",
                        Optional.empty(),
                        entrant.options())
                .with("jvm.liberty", home);
    }

    /** The same with a cache of the JVM, which a start before has left. */
    private static Entrant cached(Entrant entrant) {
        return new Entrant(
                        entrant.name() + CACHED,
                        entrant.contender(),
                        entrant.promise(),
                        Optional.empty(),
                        entrant.options())
                .with("jvm.aot", "yes");
    }

    private static Ratio extra(String name, int count, double goal) {
        return new Ratio(name, new Comparison.Difference(name(count), BARE, "millis"), goal);
    }

    private static String name(int count) {
        return count == 1 ? "1 event" : count + " events";
    }

    private static Entrant events(int count) {
        return start(name(count), "start-events", count);
    }

    private static Entrant byHand(int count) {
        return start(count + " by hand", "start-resources", count);
    }

    /** A quick run has read all that is started before, and what is 300 ms or not shows once. */
    private static Entrant seldomIf(boolean isQuick, Entrant entrant) {
        return isQuick ? entrant.with("rounds", 1).with("warm-up", 0).with("round-millis", 4_000) : entrant;
    }

    /** The first start, which does not count, is for the file cache of the machine. */
    private static Entrant start(String name, String contender, int count) {
        return new Entrant(name, contender, "listens, has its OpenAPI document")
                .with("jvm.classes", count)
                .with("jvm.heap", "256m")
                .with("once", "yes")
                .with("warm-up", 0.001);
    }
}
