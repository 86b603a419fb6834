package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hopeit.jaxrs.ResponseStatus;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.Trigger.Http.Method;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventsDocumentTest {
    public enum StatusType {
        NEW,
        LOADED
    }

    public record Status(Instant ts, StatusType type) {}

    public record User(@NotBlank String id, String name) {}

    public record Something(@NotBlank String id, User user, Status status, List<Status> history) {}

    public record SomethingParams(
            @NotBlank String id, @NotBlank String user) {}

    public sealed interface Loaded permits Found, NotFound {}

    public record Found(Something something) implements Loaded {}

    @ResponseStatus(404)
    public record NotFound(String id) implements Loaded {}

    public static class SaveSomething {
        Something create(@Valid SomethingParams params) {
            return new Something(params.id(), null, null, List.of());
        }

        String save(Something something) {
            return something.id();
        }
    }

    public static class QuerySomething {
        Loaded load(@PathParam("id") String id, @QueryParam("partition_key") String partitionKey) {
            return new NotFound(id);
        }

        Something unpack(Found found) {
            return found.something();
        }
    }

    public static class SomethingEvent {
        Something submit(Something something) {
            return something;
        }

        Map<String, Something> group(List<Something> all) {
            return Map.of();
        }
    }

    private static final EventDefinition[] EVENTS = {
        Events.http(Method.GET, "/api/my-app/1x0/query-something/{id}", QuerySomething.class, "load", "unpack"),
        Events.named(
                "query_something_extended",
                Events.http(Method.POST, "/api/my-app/1x0/query-something/{id}", SomethingEvent.class, "group")),
        Events.post(SaveSomething.class, "create", "save"),
        Events.named("streams.something_event", Events.writing(Events.post(SomethingEvent.class, "submit"))),
        Events.reading(Events.named("process_events", Events.post(SomethingEvent.class, "submit")))
    };

    private final Document document = Document.of(EVENTS);

    @Test
    void theVersionIsTheOneThatAllToolsKnow() {
        assertThat(document.json().path("openapi").asText()).isEqualTo("3.0.3");
    }

    @Test
    void theInfoIsTheApplication() {
        assertThat(document.json().path("info")).isEqualTo(json("{title: 'my-app', version: '1.0'}"));
    }

    @Test
    void theTagIsTheApplicationsKey() {
        assertThat(document.json().path("tags")).isEqualTo(json("[{name: 'my_app.1x0'}]"));
    }

    @Test
    void eventsThatReadStreamsAreAbsent() {
        assertThat(document.json().findValuesAsText("operationId")).doesNotContain("process_events");
    }

    @Test
    void eventsThatNoRequestRunsAreAbsent() {
        var event = Events.post(SomethingEvent.class, "submit");
        var document = Document.of(
                Events.named("service", Events.by(new Trigger.Service(), event)),
                Events.named("setup", Events.by(new Trigger.Setup(0), event)));
        assertThat(document.json().path("paths").isEmpty()).isTrue();
    }

    @Test
    void theErrorBodySaysWhatItAlwaysHas() {
        assertThat(document.component("ErrorInfo").path("required"))
                .isEqualTo(json("['type', 'title', 'status', 'detail', 'msg']"));
    }

    @Test
    void anApplicationWithoutEventsHasADocument() {
        assertThat(Document.of().json().path("paths")).isEqualTo(json("{}"));
    }

    @Test
    void equalCataloguesGiveEqualDocuments() {
        assertThat(Document.of(EVENTS).json().toString())
                .isEqualTo(document.json().toString());
    }

    @Test
    void eachReferenceLeadsSomewhere() {
        assertThat(document.json().findValuesAsText("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(
                        document.json().at(ref.substring(1)).isMissingNode())
                .as(ref)
                .isFalse());
    }

    @Test
    void nothingStandsBesideAReference() {
        assertThat(document.json().findParents("$ref"))
                .allSatisfy(node -> assertThat(node.size()).isEqualTo(1));
    }

    @Test
    void aReferenceToAHeaderHasNoStyle() {
        assertThat(Refs.header("X-Event-App").getStyle()).isNull();
    }

    @Test
    void eachParameterOfAPathIsDescribed() {
        document.json().path("paths").properties().forEach(path -> path.getValue()
                .forEach(operation -> {
                    var named = new HashSet<String>();
                    operation.path("parameters").forEach(parameter -> addPathParameter(parameter, named));
                    assertThat(Pattern.compile("\\{([^}]*)}")
                                    .matcher(path.getKey())
                                    .results()
                                    .map(found -> found.group(1)))
                            .containsExactlyInAnyOrderElementsOf(named);
                }));
    }

    private static void addPathParameter(JsonNode parameter, HashSet<String> names) {
        if (parameter.path("in").asText().equals("path")) {
            names.add(parameter.path("name").asText());
        }
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(document.json().findValuesAsText("operationId")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void eachResponseIsDescribed() {
        document.json()
                .path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("responses").forEach(response -> assertThat(
                                        response.has("description") || response.has("$ref"))
                                .isTrue())));
    }

    @Test
    void eachSchemaThatHoldsElementsSaysWhich() {
        assertThat(document.json().findParents("type").stream()
                        .filter(schema -> schema.path("type").asText().equals("array")))
                .isNotEmpty()
                .allMatch(schema -> schema.has("items"));
    }
}
