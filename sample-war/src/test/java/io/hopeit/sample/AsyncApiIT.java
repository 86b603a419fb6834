package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hopeit.sample.asyncapi.AsyncApiRules;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document of the sample's streams, from outside. */
class AsyncApiIT {
    private static final ObjectMapper MAPPER = new JsonMapper();

    private static SampleServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningSample.get();
    }

    private static JsonNode document() throws IOException {
        return MAPPER.readTree(
                server.get("/asyncapi", "Accept", "application/json").body());
    }

    @Test
    void keepsTheRulesOfAsyncApi() throws Exception {
        assertThat(AsyncApiRules.broken(document())).isEmpty();
    }

    @Test
    void isInYamlUnlessJsonIsAskedFor() throws Exception {
        var yaml = server.get("/asyncapi");

        assertThat(yaml.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(document());
    }

    @Test
    void itsTypesAreThoseOfOpenApi() throws Exception {
        var shared = MAPPER.readTree(
                        server.get("/openapi", "Accept", "application/json").body())
                .at("/components/schemas");
        var ours = document().at("/components/schemas");

        var inBoth = ours.properties().stream()
                .map(Map.Entry::getKey)
                .filter(shared::has)
                .toList();

        assertThat(inBoth).contains("Something", "Status", "StatusType", "User");
        assertThat(inBoth).allSatisfy(name -> assertThat(ours.path(name)).isEqualTo(inDraftSeven(shared.path(name))));
    }

    /** Only null is said in other words: OpenAPI 3.0 has no type for it. */
    private static JsonNode inDraftSeven(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        copy.findValues("anyOf").forEach(alternatives -> {
            for (int i = 0; i < alternatives.size(); i++) {
                if (alternatives.get(i).has("nullable")) {
                    ((ArrayNode) alternatives).set(i, MAPPER.createObjectNode().put("type", "null"));
                }
            }
        });
        return copy;
    }

    @Test
    void eachStreamOfTheSampleIsThere() throws Exception {
        assertThat(document().path("channels").properties())
                .extracting(channel -> channel.getKey())
                .contains(
                        "simple_example.1x0.streams.something_event",
                        "simple_example.1x0.streams.something_event.high-prio",
                        "simple_example.1x0.streams.something_event.dlq",
                        "simple_example.1x0.shuffle.parallelize_event.process_first_part");
    }

    @Test
    void nobodyLearnsOfSecrets() throws Exception {
        assertThat(document().toString()).doesNotContain("127.0.0.1", "pbkdf2", "/tmp/", "password");
    }
}
