package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    /** What the quick run has to tell. */
    private static final List<String> GOALS = List.of(
            "consume.bytes.of-raw",
            "consume.envelope.of-raw",
            "consume.typed.of-raw",
            "consume.typed.of-spring-batch",
            "consume.typed.of-spring",
            "consume.typed.of-off",
            "relay.bytes.of-spring",
            "relay.of-spring",
            "publish.of-raw",
            "publish.of-spring",
            "latency.2000.p50.of-bare",
            "latency.20000.p99.of-bare",
            "steps1ms.of-limit",
            "http.of-handwritten",
            "http.p99.of-handwritten",
            "http.extra-bytes",
            "memory.peak-mib",
            "startup.100.extra-ms");

    private static Stream<Scenario> all() {
        return Stream.of(true, false).flatMap(isQuick -> Scenarios.all(isQuick).stream());
    }

    private static List<String> who(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Quotient of -> List.of(of.above(), of.below());
            case Comparison.Difference of -> List.of(of.more(), of.less());
            case Comparison.OfLimit of -> List.of(of.entrant());
            case Comparison.Itself of -> List.of(of.entrant());
        };
    }

    @Test
    void compareOnlyThoseWhoTakePart() {
        assertThat(all())
                .allSatisfy(scenario -> assertThat(scenario.entrants().stream().map(Entrant::name))
                        .doesNotHaveDuplicates()
                        .containsAll(scenario.ratios().stream()
                                .flatMap(ratio -> who(ratio.comparison()).stream())
                                .toList()));
    }

    @Test
    void areQuickWithAllGoals() {
        assertThat(Scenarios.all(true).stream()
                        .flatMap(scenario -> scenario.ratios().stream())
                        .filter(Ratio::isGoal)
                        .map(Ratio::name))
                .containsAll(GOALS);
    }

    @Test
    void haveANameEach() {
        assertThat(Scenarios.all(false).stream().map(Scenario::name)).doesNotHaveDuplicates();
    }

    @Test
    void tellOptionsWithoutSpacesAsTasksAreLines() {
        assertThat(all().flatMap(scenario -> scenario.entrants().stream())
                        .flatMap(entrant -> entrant.options().values().stream()))
                .allSatisfy(value -> assertThat(value).doesNotContain(" "));
    }
}
