package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.spi.Trigger.Http.Method;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
    public enum Order {
        UP,
        DOWN
    }

    public record Sku(String value) {}

    public record Thing(String id) {}

    public static class Listing {
        Thing list(
                @QueryParam("wildcard") @DefaultValue("*") String wildcard,
                @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(100) int limit,
                @QueryParam("ratio") @DefaultValue("0.5") double ratio,
                @QueryParam("deep") @DefaultValue("true") boolean deep,
                @QueryParam("order") @DefaultValue("UP") Order order,
                @QueryParam("tags") @DefaultValue("new") Set<String> tags,
                @QueryParam("day") LocalDate day,
                @QueryParam("old") Date old,
                @QueryParam("sku") Sku sku,
                @QueryParam("ids") List<@Size(max = 9) String> ids,
                @QueryParam("some") @Size(min = 1) List<String> some,
                @QueryParam("few") @Size(max = 2) List<String> few,
                @QueryParam("preset") @NotEmpty @DefaultValue("a") List<String> preset,
                @QueryParam("maybe") Optional<@Size(max = 3) String> maybe,
                @QueryParam("number") Optional<@Min(1) Integer> number,
                @QueryParam("orders") List<Order> orders,
                @QueryParam("maybe-order") Optional<Order> maybeOrder,
                @HeaderParam("X-Color") String color,
                @CookieParam("session") UUID session,
                @Parameter(description = "What to look for", example = "lamp") @QueryParam("text") String text,
                @Parameter(hidden = true) @QueryParam("secret") String secret) {
            return new Thing(wildcard);
        }

        Thing again(Thing thing, @HeaderParam("x-color") String color, @QueryParam("wildcard") String wildcard) {
            return thing;
        }
    }

    private final Document listing = Document.of(Events.get(Listing.class, "list", "again"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    wildcard | {type: 'string', default: '*'}
                    limit    | {type: 'integer', format: 'int32', minimum: 1, maximum: 100, default: 10}
                    ratio    | {type: 'number', format: 'double', default: 0.5}
                    deep     | {type: 'boolean', default: true}
                    order    | {type: 'string', enum: ['UP', 'DOWN'], default: 'UP'}
                    tags     | {type: 'array', uniqueItems: true, items: {type: 'string'}, default: ['new']}
                    day      | {type: 'string', format: 'date'}
                    old      | {type: 'string'}
                    sku      | {type: 'string'}
                    ids      | {type: 'array', items: {type: 'string', maxLength: 9}}
                    maybe    | {type: 'string', maxLength: 3}
                    number   | {type: 'integer', format: 'int32', minimum: 1}
                    orders   | {type: 'array', items: {type: 'string', enum: ['UP', 'DOWN']}}
                    maybe-order | {type: 'string', enum: ['UP', 'DOWN']}
                    session  | {type: 'string', format: 'uuid'}
                    """)
    void parametersHaveTheSchemaOfTheirText(String name, String schema) {
        assertThat(listing.parameter(name).path("schema")).isEqualTo(json(schema));
    }

    @ParameterizedTest
    @CsvSource({"wildcard,query", "X-Color,header", "session,cookie"})
    void parametersAreWhereTheirAnnotationSays(String name, String in) {
        assertThat(listing.parameter(name).path("in").asText()).isEqualTo(in);
    }

    @ParameterizedTest
    @CsvSource({
        "wildcard,false",
        "ids,false",
        "some,true",
        "few,false",
        "preset,false",
        "maybe,false",
        "number,false",
        "orders,false",
        "day,true",
        "X-Color,true"
    })
    void parametersAreRequiredUnlessTheyCanBeAbsent(String name, boolean required) {
        assertThat(listing.parameter(name).path("required").asBoolean()).isEqualTo(required);
    }

    @Test
    void parametersHaveTheirTexts() {
        assertThat(listing.parameter("text")).isEqualTo(json("""
                                {name: 'text', in: 'query', description: 'What to look for', example: 'lamp',
                                    required: true, schema: {type: 'string'}}
                                """));
    }

    @Test
    void hiddenParametersAreAbsent() {
        assertThat(listing.parameter("secret").isMissingNode()).isTrue();
    }

    @Test
    void eachPartOfTheRequestIsListedOnce() {
        assertThat(listing.operation().path("parameters").findValuesAsText("name"))
                .containsExactly(
                        "wildcard",
                        "limit",
                        "ratio",
                        "deep",
                        "order",
                        "tags",
                        "day",
                        "old",
                        "sku",
                        "ids",
                        "some",
                        "few",
                        "preset",
                        "maybe",
                        "number",
                        "orders",
                        "maybe-order",
                        "X-Color",
                        "session",
                        "text",
                        "X-Track-Request-Id",
                        "X-Track-Request-Ts",
                        "X-Track-Caller",
                        "X-Track-Session-Id");
    }

    @Test
    void textsOfParametersAreNoComponents() {
        assertThat(listing.component("Sku").isMissingNode()).isTrue();
    }

    @Test
    void trackHeadersAreOptionalParameters() {
        assertThat(listing.parameter("X-Track-Request-Ts")).isEqualTo(json("""
                                {name: 'X-Track-Request-Ts', in: 'header', required: false,
                                    description: 'Track id: when that request came; else now',
                                    schema: {type: 'string', format: 'date-time'}}
                                """));
    }

    public static class Tracked {
        Thing find(@HeaderParam("x-track-caller") String caller) {
            return new Thing(caller);
        }
    }

    @Test
    void aTrackHeaderThatAStepTakesIsListedOnce() {
        assertThat(Document.of(List.of("caller"), Events.get(Tracked.class, "find"))
                        .operation()
                        .path("parameters")
                        .findValuesAsText("name"))
                .containsExactly("x-track-caller", "X-Track-Request-Id", "X-Track-Request-Ts");
    }

    public static class Finding {
        Thing find(@PathParam("id") Optional<String> id) {
            return new Thing("");
        }

        Thing save(Thing thing) {
            return thing;
        }

        String text(@RequestBody(description = "a text") @Size(max = 9) String text) {
            return text;
        }

        Thing none() {
            return new Thing("");
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT,put", "PATCH,patch"})
    void methodsThatChangeSomethingHaveABody(Method method, String operation) {
        assertThat(Document.of(Events.http(method, "/things", Finding.class, "save"))
                        .json()
                        .at("/paths/~1things/" + operation)
                        .has("requestBody"))
                .isTrue();
    }

    @Test
    void aDeleteHasNoBody() {
        assertThat(Document.of(Events.http(Method.DELETE, "/things", Finding.class, "none"))
                        .json()
                        .at("/paths/~1things/delete")
                        .properties())
                .extracting(Map.Entry::getKey)
                .contains("responses")
                .doesNotContain("requestBody");
    }

    private final Document finding =
            Document.of(Events.http(Method.GET, "/things/{id: [a-z]{3}}/parts/{part}", Finding.class, "find"));

    @Test
    void pathsHaveNoExpressions() {
        assertThat(finding.json().path("paths").fieldNames()).toIterable().containsExactly("/things/{id}/parts/{part}");
    }

    @Test
    void pathParametersAreRequired() {
        assertThat(finding.parameter("id").path("required").asBoolean()).isTrue();
    }

    @Test
    void pathParametersThatNoStepTakesAreTexts() {
        assertThat(finding.parameter("part"))
                .isEqualTo(json("{name: 'part', in: 'path', required: true, schema: {type: 'string'}}"));
    }

    @Test
    void methodsOfOnePathAreTogether() {
        var get = Events.named("a", Events.http(Method.GET, "/things", Finding.class, "none"));
        var post = Events.named("b", Events.http(Method.POST, "/things", Finding.class, "save"));
        assertThat(Document.of(get, post).json().path("paths").path("/things").fieldNames())
                .toIterable()
                .containsExactly("get", "post");
    }

    @Test
    void theFirstStepsPayloadIsTheBody() {
        assertThat(Document.of(Events.post(Finding.class, "save")).operation().path("requestBody"))
                .isEqualTo(json("""
                                {required: true, content: {'application/json':
                                    {schema: {$ref: '#/components/schemas/Thing'}}}}
                                """));
    }

    @Test
    void anAtomicBodyIsAnObjectWithAValue() {
        assertThat(Document.of(Events.post(Finding.class, "text")).body()).isEqualTo(json("""
                                {type: 'object', required: ['value'], properties:
                                    {value: {type: 'string', maxLength: 9}}}
                                """));
    }

    @Test
    void aBodyCanBeDescribed() {
        assertThat(Document.of(Events.post(Finding.class, "text"))
                        .operation()
                        .path("requestBody")
                        .path("description")
                        .asText())
                .isEqualTo("a text");
    }

    @Test
    void withoutAPayloadThereIsNoBody() {
        assertThat(Document.of(Events.post(Finding.class, "none")).operation().has("requestBody"))
                .isFalse();
    }

    @Test
    void theSummaryIsTheNameUnlessThereIsOne() {
        assertThat(finding.operation().path("summary").asText()).isEqualTo("finding");
    }

    @Test
    void theEventsTextsAreThoseOfTheOperation() {
        var event = Events.documented("Find", "Finds *all*", Events.get(Finding.class, "none"));
        assertThat(Document.of(event).operation().path("description").asText()).isEqualTo("Finds *all*");
    }

    @Test
    void theOperationIdIsTheNameOfTheEvent() {
        var event = Events.named("streams.something_event", Events.get(Finding.class, "none"));
        assertThat(Document.of(event).operation().path("operationId").asText()).isEqualTo("streams.something_event");
    }
}
