package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.jaxrs.ResponseStatus;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredResponsesTest {
    public record Params(String id) {}

    public record Thing(String id) {}

    public record Conflict(String other) {}

    @APIResponse(responseCode = "200", description = "where it is")
    @APIResponse(responseCode = "401", description = "who are you")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "206", description = "a part of it")
    @APIResponse(responseCode = "none", description = "not a status")
    @APIResponse(responseCode = "4XX", content = @Content(schema = @Schema(implementation = Conflict.class)))
    public static class SaveSomething {
        @Preprocess
        @APIResponse(
                responseCode = "400",
                description = "why not",
                content = @Content(schema = @Schema(implementation = String.class)))
        @APIResponse(
                responseCode = "409",
                content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Conflict.class)))
        @APIResponseSchema(value = Thing.class, responseCode = "404", responseDescription = "only this")
        Object check(Params params, HttpRequest request) {
            return params;
        }

        String save(Params params) {
            return "";
        }
    }

    private final Document save = Document.of(Events.post(SaveSomething.class, "save"));

    @Test
    void anAnswerOfAPreprocessMethodAndAnErrorCanShareAStatus() {
        assertThat(save.result(400)).isEqualTo(json("""
                                {anyOf: [
                                    {type: 'object', required: ['save_something'],
                                        properties: {save_something: {type: 'string'}}},
                                    {$ref: '#/components/schemas/ErrorInfo'}]}
                                """));
        assertThat(save.response(400).path("description").asText())
                .isEqualTo("why not; or: A parameter or the body is not as described");
    }

    @Test
    void anAnswerHasTheHeadersOfResults() {
        assertThat(save.response(404).path("headers").has("X-Event-App")).isTrue();
    }

    @Test
    void aDeclaredTypeIsTheBody() {
        assertThat(save.result(404)).isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
        assertThat(save.response(404).path("description").asText()).isEqualTo("only this");
    }

    @Test
    void aDeclaredArrayIsAList() {
        assertThat(save.result(409)).isEqualTo(json("{type: 'array', items: {$ref: '#/components/schemas/Conflict'}}"));
    }

    @Test
    void withoutADescriptionThereIsTheReason() {
        assertThat(save.response(409).path("description").asText()).isEqualTo("Conflict");
    }

    @Test
    void aResultCanBeDescribedByItsStatus() {
        assertThat(save.response(200).path("description").asText()).isEqualTo("where it is");
        assertThat(save.result(200).path("required")).isEqualTo(json("['save_something']"));
    }

    @Test
    void anErrorCanBeDescribedByItsStatus() {
        var secured =
                Document.of(Events.secured(io.hopeit.spi.Access.CLOSED, Events.post(SaveSomething.class, "save")));
        assertThat(secured.response(401).path("description").asText()).isEqualTo("who are you");
        assertThat(secured.result(401)).isEqualTo(json("{$ref: '#/components/schemas/ErrorInfo'}"));
        assertThat(secured.response(401).path("headers").has("WWW-Authenticate"))
                .isTrue();
    }

    @Test
    void anErrorThatNothingIsSaidOfIsShared() {
        assertThat(save.response(413)).isEqualTo(json("{$ref: '#/components/responses/ContentTooLarge'}"));
    }

    @Test
    void aStatusMayHaveADescriptionOnly() {
        assertThat(save.response(206).path("description").asText()).isEqualTo("a part of it");
        assertThat(save.response(206).has("content")).isFalse();
    }

    @Test
    void aStatusCanBeARange() {
        assertThat(save.operation().at("/responses/4XX/content/application~1json/schema"))
                .isEqualTo(json("{$ref: '#/components/schemas/Conflict'}"));
    }

    @Test
    void whatIsNoStatusIsLeftOut() {
        assertThat(save.operation().path("responses").has("none")).isFalse();
    }

    public sealed interface Found permits Png, Missing {}

    public record Png(String name) implements Found {}

    @ResponseStatus(404)
    public record Missing(String name) implements Found {}

    @Produces("image/png")
    public static class Download {
        Found find(@QueryParam("name") String name) {
            return new Missing(name);
        }

        @Postprocess
        void send(Png png, HttpResponse response) {}
    }

    @Produces("text/csv;charset=utf-8")
    public static class Export {
        List<Thing> export() {
            return List.of();
        }
    }

    @Produces("application/octet-stream")
    @APIResponse(responseCode = "200", description = "bytes", content = @Content(mediaType = "text/plain"))
    public static class Stream {
        byte[] load() {
            return new byte[0];
        }
    }

    @Produces("image/png")
    public static class Maybe {
        Optional<byte[]> load() {
            return Optional.empty();
        }
    }

    @Produces("text/plain")
    public static class Forget {
        void forget() {}
    }

    @Produces("image/png")
    public static class SendFile {
        void look() {}

        @Postprocess
        void send(HttpResponse response) {}
    }

    @Test
    void noContentIsAllThatNothingCanBeWhereResultsAreNotJson() {
        assertThat(Document.of(Events.get(Forget.class, "forget"))
                        .operation()
                        .path("responses")
                        .fieldNames())
                .toIterable()
                .containsExactly("204", "500", "504");
    }

    @Test
    void whatAnEventDoesWithItsResponseNobodyCanTell() {
        assertThat(Document.of(Events.get(SendFile.class, "look")).response(200).path("content"))
                .isEqualTo(json("{'image/png': {schema: {type: 'string', format: 'binary'}}}"));
    }

    @ResponseStatus(201)
    public record Made(String name) {}

    @Produces("text/plain")
    public static class Make {
        Made make() {
            return new Made("");
        }
    }

    @Test
    void resultsWithAnotherStatusAreOfTheTypeThatTheEventProducesToo() {
        assertThat(Document.of(Events.get(Make.class, "make")).response(201).path("content"))
                .isEqualTo(json("{'text/plain': {schema: {type: 'string'}}}"));
    }

    @Test
    void noResultIsNoContentWhereResultsAreNotJson() {
        var maybe = Document.of(Events.get(Maybe.class, "load"));

        assertThat(maybe.response(200).path("content").has("image/png")).isTrue();
        assertThat(maybe.response(204).path("description").asText()).isEqualTo("No Content");
        assertThat(maybe.response(204).has("content")).isFalse();
    }

    private final Document download = Document.of(Events.get(Download.class, "find"));

    @Test
    void resultsAreOfTheTypeThatTheEventProduces() {
        assertThat(download.response(200).path("content"))
                .isEqualTo(json("{'image/png': {schema: {type: 'string', format: 'binary'}}}"));
        assertThat(download.response(200).path("description").asText()).isEqualTo("result");
    }

    @Test
    void errorsAreJson() {
        assertThat(download.result(404)).isEqualTo(json("{$ref: '#/components/schemas/Missing'}"));
    }

    @Test
    void typesOfResultsThatAreNotJsonAreNoComponents() {
        assertThat(Document.of(Events.get(Export.class, "export"))
                        .component("Thing")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void textIsNotBinary() {
        assertThat(Document.of(Events.get(Export.class, "export")).result(200, "text/csv;charset=utf-8"))
                .isEqualTo(json("{type: 'string'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain"})
    void aTypeThatIsDeclaredIsOneMore(String media) {
        assertThat(Document.of(Events.get(Stream.class, "load"))
                        .result(200, media)
                        .path("type")
                        .asText())
                .isEqualTo("string");
    }
}
