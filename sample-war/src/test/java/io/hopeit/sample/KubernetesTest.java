package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hopeit.config.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** There is no cluster to try the example on, but what it says of the sample is true. */
class KubernetesTest {
    private static final Config CONFIG = ConfigProvider.getConfig();

    /** What a stop gives to what has been interrupted. */
    private static final Duration GIVEN_BACK = Duration.ofSeconds(2);

    /** What Open Liberty gives to requests at most. */
    private static final Duration QUIESCE = Duration.ofSeconds(30);

    private record Read(String stream, String group) {}

    private static JsonNode object(String kind) throws IOException {
        var file = Path.of("..", "deploy", "kubernetes.yaml").toFile();
        try (var objects = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(file)) {
            return objects.readAll().stream()
                    .filter(object -> object.path("kind").asText().equals(kind))
                    .reduce((one, other) -> {
                        throw new AssertionError("two of " + kind);
                    })
                    .orElseThrow();
        }
    }

    /** All that the sample reads, as it publishes it. */
    private static Set<Read> reads() throws IOException {
        var document = new ObjectMapper()
                .readTree(Path.of("src", "main", "asyncapi", "asyncapi.json").toFile());
        var reads = new HashSet<Read>();
        for (JsonNode operation : document.path("operations")) {
            var group = operation.at("/x-hopeit-consumer/group");
            if (group.isTextual()) {
                var channel = operation.at("/channel/$ref").asText().substring(1);
                reads.add(new Read(document.at(channel).path("address").asText(), group.asText()));
            }
        }
        return reads;
    }

    @Test
    void whatItScalesByIsReadByTheSample() throws Exception {
        var triggers = object("ScaledObject").at("/spec/triggers");

        assertThat(triggers).hasSize(2).allSatisfy(trigger -> {
            var metadata = trigger.path("metadata");
            assertThat(metadata.path("address").asText())
                    .describedAs("with a namespace, as KEDA is in another")
                    .matches("redis\\.[a-z-]+:6379");
            assertThat(metadata.path("activationLagCount").asInt()).isPositive();
            assertThat(reads())
                    .contains(new Read(
                            metadata.path("stream").asText(),
                            metadata.path("consumerGroup").asText()));
        });
    }

    @Test
    void aStopIsGivenTheTimeThatItMayTake() throws Exception {
        var pod = object("Deployment").at("/spec/template/spec");
        var pause = pod.at("/containers/0/lifecycle/preStop/exec/command/1").asInt();
        var drain = new SettingsReader(CONFIG).streams().drainTimeout();
        var requests = CONFIG.getValue("server.shutdown-grace-period", Duration.class);

        assertThat(pause).isPositive();
        assertThat(Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asInt()))
                .isGreaterThan(Duration.ofSeconds(pause)
                        .plus(requests.compareTo(QUIESCE) > 0 ? requests : QUIESCE)
                        .plus(drain)
                        .plus(GIVEN_BACK));
    }

    @Test
    void itsObjectsAreAboutEachOther() throws Exception {
        var deployment = object("Deployment");
        var names = List.of(
                object("Service").at("/spec/selector/app").asText(),
                object("ScaledObject").at("/spec/scaleTargetRef/name").asText(),
                deployment.at("/spec/selector/matchLabels/app").asText(),
                deployment.at("/spec/template/metadata/labels/app").asText());

        assertThat(names).containsOnly(deployment.at("/metadata/name").asText());
    }
}
