package io.hopeit.benchmarks;

import io.hopeit.benchmarks.Scenario.Load;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests to Helidon and Open Liberty. */
final class HttpScenarios {
    private static final String EVENT = "track ids, access, limits, errors, metrics, time limit";
    private static final String TRACKED = "by hand, with the same headers";
    private static final String OPEN = "by hand, nobody is asked who he is";
    /** In ratios. */
    private static final Map<String, String> OTHERS = Map.of(TRACKED, "tracked", OPEN, "open");

    private static final int MORE_BYTES = 1024;
    /** Of few rounds the 99th percentile says little: one that meets a pause of the machine has three times the others'. */
    private static final int LEAST_ROUNDS = 9;

    /** In s. */
    private static final int LEAST_WARM_UP = 45;

    private HttpScenarios() {}

    static Scenario echo(boolean isQuick) {
        double part = isQuick ? 1.0 / 8 : 1;
        return echo(
                "http",
                "Helidon",
                Scenarios.of(
                        isQuick,
                        List.of(
                                asked("by hand", "http-resource").of(part),
                                asked("ours", "http-event").of(part)),
                        List.of(asked(TRACKED, "http-tracked"), asked(OPEN, "http-open"))));
    }

    /** The same on Open Liberty, where it is unpacked. */
    static Optional<Scenario> liberty() {
        return Liberty.unpacked()
                .map(home -> echo(
                        "http.liberty",
                        "Open Liberty",
                        List.of(
                                onLiberty(home, asked("by hand", "liberty-resource")),
                                onLiberty(home, asked("ours", "liberty-event")),
                                onLiberty(home, asked(TRACKED, "liberty-tracked")))));
    }

    /** Its first round has the start in it, and its compilers need longer than those of Helidon. */
    private static Entrant onLiberty(Path home, Entrant entrant) {
        return entrant.with("patience", 180).with("jvm.liberty", home).with("least-warm-up", LEAST_WARM_UP);
    }

    private static Scenario echo(String name, String server, List<Entrant> entrants) {
        var goals = List.of(
                new Ratio(name + ".of-handwritten", "ours", "by hand", "rate", 0.95),
                new Ratio(name + ".p99.of-handwritten", "ours", "by hand", "p99", -1.05),
                new Ratio(name + ".extra-bytes", new Comparison.Difference("ours", "by hand", "bytes"), -MORE_BYTES));
        return new Scenario(
                name,
                "HTTP on %s, 8 clients on a connection each: JSON of 200 bytes there and back".formatted(server),
                new Load(30_000, Envelope.BARE, 200, false),
                entrants,
                Stream.concat(goals.stream(), entrants.stream().flatMap(entrant -> beside(name, entrant.name())))
                        .toList());
    }

    /** Ours beside a resource that has something more, or less. */
    private static Stream<Ratio> beside(String name, String other) {
        var word = OTHERS.get(other);
        return word == null
                ? Stream.empty()
                : Stream.of(
                        new Ratio(name + ".of-" + word, "ours", other, "rate", Double.NaN),
                        new Ratio(name + ".p99.of-" + word, "ours", other, "p99", Double.NaN),
                        new Ratio(
                                name + ".extra-bytes.of-" + word,
                                new Comparison.Difference("ours", other, "bytes"),
                                Double.NaN));
    }

    private static Entrant asked(String name, String contender) {
        return asked(name, contender, promise(name), 8)
                .with("path", "echo-order")
                .with("least-rounds", LEAST_ROUNDS);
    }

    private static String promise(String name) {
        return switch (name) {
            case "ours" -> EVENT;
            case TRACKED -> "track ids";
            default -> "nothing else";
        };
    }

    /** What hopeit.engine says of itself on two cores; not measured here. */
    static Scenario baseline() {
        return new Scenario(
                "http.baseline",
                "HTTP, as hopeit.engine's published baseline, 32 clients",
                new Load(50_000, Envelope.BARE, 200, false),
                List.of(
                        asked("GET that answers with nothing", "http-nothing", EVENT, 32)
                                .with("path", "nothing")
                                .with("method", "GET"),
                        asked("POST that publishes, lz4", "served-publisher", EVENT + ", confirmed", 32)
                                .with("path", "publish-order")
                                .with("hopeit.stream-defaults.compression", "lz4")
                                .with("hopeit.stream-defaults.serialization", "json+base64")),
                List.of(
                        new Ratio(
                                "http.get.of-hopeit-engine",
                                "GET that answers with nothing",
                                "1487",
                                "rate",
                                Double.NaN),
                        new Ratio(
                                "http.post.of-hopeit-engine", "POST that publishes, lz4", "1005", "rate", Double.NaN)));
    }

    private static Entrant asked(String name, String contender, String promise, int clients) {
        return new Entrant(name, contender, promise).with("clients", clients).with("method", "POST");
    }
}
