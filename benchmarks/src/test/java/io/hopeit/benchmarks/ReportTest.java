package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.benchmarks.Scenario.Load;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Entrant RAW = new Entrant("raw", "raw-consumer", "nothing");
    private static final Entrant OURS = new Entrant("ours", "application", "at least once");
    private static final Entrant STALLS = new Entrant("stalls", "spring", "nothing");
    private static final Load LOAD = new Load(10, Envelope.BARE, 200, true);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Report report = new Report(
            new Report.Facts("2026-11-25", "86a0017", "2 cores, 24 GiB, Linux", "25", "Redis 7.0.15", "Lettuce 7.7.0"),
            new PrintStream(out, true, StandardCharsets.UTF_8));

    private String page() {
        return report.renewed(new Page(Report.EMPTY)).text();
    }

    private static Scenario scenario(List<Entrant> entrants, Ratio... ratios) {
        return new Scenario("consume", "Consume", LOAD, entrants, List.of(ratios));
    }

    private static Result result(double rate, Map<String, Double> more) {
        return new Result(rate, 1.5, 0, 400, more);
    }

    @Test
    void showsEachContenderWithWhatItGuarantees() {
        var results = new Results();
        results.add(RAW, result(400_000, Map.of()));
        results.add(OURS, result(300_000, Map.of()));

        report.add(scenario(List.of(RAW, OURS)), results);

        assertThat(page()).contains("""
                ### Consume
                `consume`, 2026-11-25, revision 86a0017

                | | per second | of the first | CPU µs | bytes | guarantees |
                |---|--:|--:|--:|--:|---|
                | raw | 400,000 | 1.00 | 1.50 | 400 | nothing |
                | ours | 300,000 | 0.75 | 1.50 | 400 | at least once |
                """);
    }

    @Test
    void saysOfEachGoalWhetherItIsReached() {
        var results = new Results();
        results.add(RAW, result(400_000, Map.of("p50", 100.0)));
        results.add(OURS, result(300_000, Map.of("p50", 130.0)));

        report.add(
                scenario(
                        List.of(RAW, OURS),
                        new Ratio("of-raw", "ours", "raw", "rate", 0.75),
                        new Ratio("p50.of-raw", "ours", "raw", "p50", -1.2),
                        new Ratio("of-gone", "ours", "gone", "rate", 2),
                        new Ratio("as-a-fact", "ours", "raw", "rate", Double.NaN)),
                results);

        assertThat(page())
                .contains("| `of-raw` | ours / raw, rate | 0.750 | at least 0.75 | yes |")
                .contains("| `p50.of-raw` | ours / raw, p50 | 1.300 | at most 1.2 | **no** |")
                .contains("| `of-gone` | ours / gone, rate |  | at least 2 | not measured |")
                .contains("Ratio by round, median: `of-raw` 0.750, `p50.of-raw` 1.300, `as-a-fact` 0.750.")
                .doesNotContain("| `as-a-fact`");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("of-raw=0.750\n", "p50.of-raw=1.300\n", "of-gone=NaN\n", "as-a-fact=0.750\n");
    }

    @Test
    void showsWhoHasFailed() {
        var results = new Results();
        results.add(RAW, result(400_000, Map.of()));
        results.add(STALLS, result(400_000, Map.of()));
        results.fail(STALLS, new IOException("stalls after 3 of 10"));

        report.add(scenario(List.of(RAW, STALLS)), results);

        assertThat(page()).contains("| stalls | | | | failed: stalls after 3 of 10 |");
    }

    @Test
    void showsLimitsWhereThereAreSome() {
        var results = new Results();
        results.add(OURS, result(300, Map.of()));

        report.add(scenario(List.of(OURS.with("limit", 400))), results);

        assertThat(page()).contains("| ours | 300 | 400 | 0.75 |");
    }

    @Test
    void saysWhatTheNumbersAreAbout() {
        assertThat(page())
                .contains("| date | 2026-11-25 |", "| machine | 2 cores, 24 GiB, Linux |")
                .contains("Redis 7.0.15", "| libraries | Lettuce 7.7.0 |");
    }

    @Test
    void keepsWhatOthersHaveWrittenOnItsPage(@TempDir Path directory) throws IOException {
        var file = directory.resolve("performance.md");
        report.write(file);
        Files.writeString(file, Files.readString(file).replace("## Goals\n", "## Goals\nNear it is not there.\n"));

        report.write(file);

        assertThat(file).content().contains("## Goals\nNear it is not there.\n<!-- goals -->\n");
    }
}
