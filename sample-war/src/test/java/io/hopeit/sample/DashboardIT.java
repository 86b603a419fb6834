package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard and the alerts ask for is what the sample publishes. */
class DashboardIT {
    private static final Pattern METRIC = Pattern.compile("hopeit_[a-z_]+");
    private static final Pattern SELECTED = Pattern.compile("(hopeit_[a-z_]+)\\{[^}]*?outcome!?=\"([a-z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"deploy/grafana/hopeit.json", "docs/observability.md"})
    void eachMetricIsPublished(String file) throws Exception {
        var text = Files.readString(Path.of("..", file));
        var asked = names(METRIC, text);
        RunningSample.get().get(SampleServer.API + "check-enum"); // what lasts is there from the first run on

        assertThat(asked).hasSizeGreaterThan(6);
        await().atMost(SampleServer.SOON)
                .untilAsserted(() -> assertThat(names(METRIC, metrics())).containsAll(asked));
        assertThat(names(SELECTED, text))
                .allSatisfy(outcome -> assertThat(metrics()).contains("outcome=\"" + outcome + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = "deploy/grafana/hopeit.json")
    void eachPanelAsksForSomething(String file) throws Exception {
        var panels = new ObjectMapper().readTree(Path.of("..", file).toFile()).path("panels");

        assertThat(panels)
                .filteredOn(panel -> !panel.path("type").asText().equals("row"))
                .allSatisfy(panel -> assertThat(panel.findValuesAsText("expr"))
                        .as(panel.path("title").asText())
                        .isNotEmpty()
                        .allMatch(METRIC.asPredicate()));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DashboardIT::last).collect(Collectors.toSet());
    }

    private static String last(MatchResult found) {
        return found.group(found.groupCount());
    }

    private static String metrics() throws Exception {
        return RunningSample.get().get("/metrics", "Accept", "text/plain").body();
    }
}
