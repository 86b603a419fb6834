package io.hopeit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.hopeit.sample.asyncapi.AsyncApiRules;
import java.io.IOException;
import java.util.List;
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

        assertThat(ours.properties()).extracting(schema -> schema.getKey()).contains("Something", "Status", "User");
        assertThat(List.of("Status", "StatusType", "User"))
                .allSatisfy(name -> assertThat(ours.path(name)).isEqualTo(shared.path(name)));
        assertThat(withoutStatus(ours.path("Something"))).isEqualTo(withoutStatus(shared.path("Something")));
    }

    /** It may be null, which each document says in its own words. */
    private static JsonNode withoutStatus(JsonNode something) {
        ObjectNode copy = something.deepCopy();
        copy.withObject("/properties").remove("status");
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
