package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocsTest {
    @Schema(title = "A thing", description = "What is sold", example = "{\"name\": \"lamp\"}")
    public record Thing(
            @Schema(description = "On the label", example = "42", deprecated = true)
            String name,

            @Schema(example = "42") int count,
            @Schema(description = "Who made it") Maker maker,
            @Schema(hidden = true) String secret,
            Internal internal) {}

    public record Maker(String name) {}

    @Schema(hidden = true)
    public record Internal(String name) {}

    private final Document document = Document.ofTypes(Thing.class);

    @Test
    void typesHaveTheirTexts() {
        assertThat(document.component("Thing").path("title").asText()).isEqualTo("A thing");
    }

    @Test
    void examplesOfObjectsAreJson() {
        assertThat(document.component("Thing").path("example")).isEqualTo(json("{name: 'lamp'}"));
    }

    @Test
    void membersHaveTheirTexts() {
        assertThat(document.property("Thing", "name"))
                .isEqualTo(json("{type: 'string', description: 'On the label', example: '42', deprecated: true}"));
    }

    @Test
    void examplesOfNumbersAreNumbers() {
        assertThat(document.property("Thing", "count").path("example")).isEqualTo(json("42"));
    }

    @Test
    void textsStandBesideAReference() {
        assertThat(document.property("Thing", "maker"))
                .isEqualTo(json("{allOf: [{$ref: '#/components/schemas/Maker'}], description: 'Who made it'}"));
    }

    @Test
    void whatIsHiddenIsAbsent() {
        assertThat(document.component("Thing").path("properties").fieldNames())
                .toIterable()
                .containsExactly("name", "count", "maker");
    }
}
