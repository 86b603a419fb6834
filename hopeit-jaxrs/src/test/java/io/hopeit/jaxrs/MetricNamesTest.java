package io.hopeit.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.microprofile.testing.junit5.HelidonTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents say of metrics is what a server shows. */
@HelidonTest
class MetricNamesTest {
    private static final Path PAGE = Path.of("..", "docs", "observability.md");
    private static final Pattern DOCUMENTED = Pattern.compile("`(hopeit_event[a-z_]+)[{`]");
    private static final Pattern SHOWN = Pattern.compile("(?m)^(hopeit_event[a-z_]+)[{ ]");

    @Inject
    WebTarget server;

    private static TreeSet<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void eachMetricOfEventsIsDocumentedAndEachDocumentedOneIsThere() throws Exception {
        Target.at(server)
                .path("/api/shop/1x0/greet/a")
                .queryParam("times", 1)
                .request()
                .get(String.class);
        var shown = Target.at(server).path("/metrics").request("text/plain").get(String.class);

        assertThat(names(SHOWN, shown)).isEqualTo(names(DOCUMENTED, Files.readString(PAGE)));
        assertThat(shown)
                .containsPattern("hopeit_events_total\\{app=\"shop.1x0\",event=\"greet\",.*outcome=\"done\"")
                .containsPattern("hopeit_event_duration_seconds_count\\{app=\"shop.1x0\",event=\"greet\"");
    }
}
