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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard and the alerts ask for is what the sample publishes. */
class DashboardIT {
    private static final Pattern METRIC = Pattern.compile("hopeit_[a-z_]+");
    private static final Pattern SELECTED = Pattern.compile("(hopeit_[a-z_]+)\\{([^}]*)}");
    /** A value that is a variable or a pattern is left out. */
    private static final Pattern TAG = Pattern.compile("(\\w+)(?:[!=~]+\"([^\"]*)\")?");

    /** What lasts is there from the first run on. */
    @BeforeAll
    static void run() throws Exception {
        RunningSample.get().get(SampleServer.API + "check-enum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/grafana/hopeit.json", "docs/observability.md"})
    void eachMetricIsPublished(String file) throws Exception {
        var text = Files.readString(Path.of("..", file));
        var asked = names(text);

        assertThat(asked).hasSizeGreaterThan(6);
        await().atMost(SampleServer.SOON)
                .untilAsserted(() -> assertThat(names(metrics())).containsAll(asked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/grafana/hopeit.json", "docs/observability.md"})
    void eachSeriesThatIsSelectedIsPublished(String file) throws Exception {
        var text = Files.readString(Path.of("..", file)).replace("\\\"", "\"");
        var selected = SELECTED.matcher(text).results().toList();

        assertThat(selected).hasSizeGreaterThan(5).anyMatch(one -> one.group(2).contains("outcome=\""));
        await().atMost(SampleServer.SOON).untilAsserted(() -> {
            var published = metrics();
            assertThat(selected)
                    .allSatisfy(one -> assertThat(tags(one.group(2))).allSatisfy(tag -> assertThat(published.lines())
                            .anyMatch(line -> line.startsWith(one.group(1) + "{") && line.contains(tag))));
        });
    }

    /** As they are published: with the value, where it is neither a variable nor a pattern. */
    private static Stream<String> tags(String selected) {
        return TAG.matcher(selected)
                .results()
                .map(tag -> tag.group(1)
                        + "=\""
                        + (tag.group(2) != null && tag.group(2).matches("[a-z]+") ? tag.group(2) + "\"" : ""));
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

    private static Set<String> names(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String metrics() throws Exception {
        return RunningSample.get().get("/metrics", "Accept", "text/plain").body();
    }
}
