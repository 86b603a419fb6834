package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Preprocess;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.UploadedFile;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    public enum Color {
        RED,
        BLUE
    }

    public record Thing(String id) {}

    public static class Upload {
        @Preprocess
        String receive(
                @FormParam("id") @Size(max = 9) String id,
                @FormParam("color") @DefaultValue("RED") Color color,
                @FormParam("tags") List<String> tags,
                @Parameter(description = "What to keep") @FormParam("attachment") UploadedFile attachment,
                @FormParam("more") @NotEmpty List<UploadedFile> more,
                @FormParam("thumbnail") Optional<UploadedFile> thumbnail,
                @FormParam("thing") Thing thing,
                @Parameter(description = "How it was") @FormParam("before") Optional<Thing> before,
                @FormParam("things") List<Thing> things,
                @Parameter(hidden = true) @FormParam("secret") Optional<String> secret,
                @QueryParam("partition") String partition) {
            return id;
        }

        List<Thing> create(String id, @FormParam("id") @Size(max = 9) String same, @FormParam("late") String late) {
            return List.of();
        }
    }

    private final Document upload = Document.of(Events.multipart(Upload.class, "create"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    id         | {type: 'string', maxLength: 9}
                    color      | {type: 'string', enum: ['RED', 'BLUE'], default: 'RED'}
                    tags       | {type: 'array', items: {type: 'string'}}
                    attachment | {type: 'string', format: 'binary', description: 'What to keep'}
                    more       | {type: 'array', minItems: 1, items: {type: 'string', format: 'binary'}}
                    thumbnail  | {type: 'string', format: 'binary'}
                    thing      | {$ref: '#/components/schemas/Thing'}
                    before     | {allOf: [{$ref: '#/components/schemas/Thing'}], description: 'How it was'}
                    things     | {type: 'array', items: {$ref: '#/components/schemas/Thing'}}
                    """)
    void fieldsHaveTheSchemaOfTheirContent(String name, String schema) {
        assertThat(upload.form().path("schema").path("properties").path(name)).isEqualTo(json(schema));
    }

    @ParameterizedTest
    @CsvSource({
        "id,text/plain",
        "tags,text/plain",
        "attachment,application/octet-stream",
        "more,application/octet-stream",
        "thing,application/json",
        "things,application/json"
    })
    void fieldsSayWhatTheirPartsAre(String name, String type) {
        assertThat(upload.form().path("encoding").path(name)).isEqualTo(json("{contentType: '" + type + "'}"));
    }

    @Test
    void fieldsThatCannotBeAbsentAreRequired() {
        assertThat(upload.form().path("schema").path("required"))
                .isEqualTo(json("['id', 'attachment', 'more', 'thing', 'things', 'late']"));
    }

    public static class Checking {
        String check(
                @FormParam("id") @Parameter(required = true) Optional<String> id,
                @QueryParam("user") @Parameter(required = true) Optional<String> user) {
            return "";
        }
    }

    @Test
    void anEventCanRefuseByItselfWhatIsAbsent() {
        var checking = Document.of(Events.multipart(Checking.class, "check"));
        assertThat(checking.form().path("schema").path("required")).isEqualTo(json("['id']"));
        assertThat(checking.parameter("user").path("required").asBoolean()).isTrue();
    }

    @Test
    void allMethodsOfAnEventTakeFieldsAndEachIsListedOnce() {
        assertThat(upload.form().path("schema").path("properties").fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "color", "tags", "attachment", "more", "thumbnail", "thing", "before", "things", "late");
    }

    @Test
    void aFormIsTheOnlyBodyAndRequired() {
        assertThat(upload.operation().path("requestBody").path("required").asBoolean())
                .isTrue();
        assertThat(upload.operation().path("requestBody").path("content").size())
                .isEqualTo(1);
    }

    @Test
    void fieldsAreNoParameters() {
        assertThat(upload.operation().path("parameters").findValuesAsText("name"))
                .startsWith("partition", "X-Track-Request-Id");
    }

    @Test
    void aFormCanBeRefused() {
        assertThat(upload.operation().path("responses").fieldNames())
                .toIterable()
                .contains("400", "413", "415");
    }

    public static class Parts {
        @Preprocess
        String receive(HttpRequest request) {
            return "";
        }

        String length(String text) {
            return text;
        }
    }

    @Test
    void aFormThatIsReadPartByPartHasAnyFields() {
        assertThat(Document.of(Events.multipart(Parts.class, "length")).form())
                .isEqualTo(json("{schema: {type: 'object'}}"));
    }
}
