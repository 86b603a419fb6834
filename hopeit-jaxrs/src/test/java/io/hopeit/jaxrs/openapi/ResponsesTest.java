package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.jaxrs.ResponseStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponsesTest {
    public record Params(String id) {}

    public record Thing(String id) {}

    public sealed interface Found permits Hit, Miss {}

    public record Hit(String id) implements Found {}

    @ResponseStatus(value = 404, description = "there is no such thing")
    public record Miss(String id) implements Found {}

    @ResponseStatus(400)
    public record Refused(String why) {}

    public sealed interface Kind permits Big, Small {}

    public record Big(int size) implements Kind {}

    public record Small(int size) implements Kind {}

    public static class Steps {
        Thing create(Params params) {
            return new Thing(params.id());
        }

        String save(Thing thing) {
            return thing.id();
        }

        Found find(Params params) {
            return new Miss(params.id());
        }

        Thing load(Hit hit) {
            return new Thing(hit.id());
        }

        Object anything(Params params) {
            return params;
        }

        Kind kind(Params params) {
            return new Big(1);
        }

        Thing grow(Small small) {
            return new Thing("");
        }

        Refused refuse(Params params) {
            return new Refused("");
        }

        void forget(Thing thing) {}

        Thing remember() {
            return new Thing("");
        }

        Optional<Thing> maybe(Params params) {
            return Optional.empty();
        }

        @Nullable
        Thing nullable(Params params) {
            return null;
        }

        Stream<Thing> spawn(Params params) {
            return Stream.empty();
        }

        List<Thing> list(Params params) {
            return List.of();
        }

        int count(List<Thing> things) {
            return things.size();
        }
    }

    private static Document of(String... steps) {
        return Document.of(Events.post(Steps.class, steps));
    }

    @Test
    void theResultOfTheLastStepIsAResponse() {
        assertThat(of("create").result(200)).isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    @Test
    void atomicResultsAreInAnObjectWithTheNameOfTheEvent() {
        assertThat(of("create", "save").result(200))
                .isEqualTo(json("{type: 'object', required: ['steps'], properties: {steps: {type: 'string'}}}"));
    }

    @Test
    void aListThatAStepTakesIsNoResult() {
        assertThat(of("list", "count").result(200).path("required")).isEqualTo(json("['steps']"));
    }

    @Test
    void aResultThatNoLaterStepTakesEndsTheEvent() {
        assertThat(of("refuse", "save").result(400).toString()).contains("Refused");
    }

    @Test
    void alternativesThatGoOnAreNoResults() {
        assertThat(of("find", "load").result(200)).isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    @Test
    void alternativesThatEndTheEventAreResultsWithTheirStatus() {
        assertThat(of("find", "load").result(404)).isEqualTo(json("{$ref: '#/components/schemas/Miss'}"));
    }

    @Test
    void aStatusHasItsDescription() {
        assertThat(of("find", "load").response(404).path("description").asText())
                .isEqualTo("there is no such thing");
    }

    @Test
    void alternativesWithAStatusOfTheirOwnAreApart() {
        assertThat(of("find").result(200)).isEqualTo(json("{$ref: '#/components/schemas/Hit'}"));
    }

    @Test
    void alternativesThatShareTheirEndStayTogether() {
        assertThat(of("kind").result(200)).isEqualTo(json("{$ref: '#/components/schemas/Kind'}"));
    }

    @Test
    void aResultThatMayBeTakenByALaterStepMayAlsoPassIt() {
        assertThat(of("anything", "create")
                        .json()
                        .path("components")
                        .path("schemas")
                        .has("Thing"))
                .isTrue();
    }

    @Test
    void noResultIsDescribed() {
        assertThat(of("create", "forget").response(200).path("description").asText())
                .isEqualTo("no result");
    }

    @Test
    void noResultIsNull() {
        assertThat(of("create", "forget").result(200)).isEqualTo(json("{nullable: true}"));
    }

    @Test
    void afterAStepWithoutResultComesTheNextWithoutPayload() {
        assertThat(of("create", "forget", "remember").result(200))
                .isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    @Test
    void optionalResultsCanBeNull() {
        assertThat(of("maybe").result(200))
                .isEqualTo(
                        json(
                                "{anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'object', nullable: true, not: {type: 'object'}}]}"));
    }

    @Test
    void nullableResultsCanBeNull() {
        assertThat(of("nullable").result(200).at("/anyOf/1/nullable").asBoolean())
                .isTrue();
    }

    @Test
    void manyResultsAreTheLastOrNull() {
        assertThat(of("spawn").result(200))
                .isEqualTo(
                        json(
                                "{anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'object', nullable: true, not: {type: 'object'}}]}"));
    }

    @Test
    void resultsOfSeveralTypesAreAnyOfThem() {
        assertThat(of("kind", "grow").result(200).path("anyOf").size()).isEqualTo(2);
    }

    @Test
    void resultsHaveTrackHeaders() {
        assertThat(of("create").response(200).path("headers")).isEqualTo(json("""
                                {'X-Track-Operation-Id': {$ref: '#/components/headers/X-Track-Operation-Id'},
                                    'X-Track-Request-Id': {$ref: '#/components/headers/X-Track-Request-Id'},
                                    'X-Track-Request-Ts': {$ref: '#/components/headers/X-Track-Request-Ts'},
                                    'X-Event-App': {$ref: '#/components/headers/X-Event-App'}}
                                """));
    }

    @Test
    void anEventWithABodyCanRefuseIt() {
        assertThat(of("create").operation().path("responses").fieldNames())
                .toIterable()
                .containsExactly("200", "400", "413", "415", "500", "504");
    }

    @Test
    void anEventWithoutParametersOrBodyCanOnlyFail() {
        assertThat(Document.of(Events.get(Steps.class, "remember"))
                        .operation()
                        .path("responses")
                        .fieldNames())
                .toIterable()
                .containsExactly("200", "500", "504");
    }

    @Test
    void anEventThatWritesAStreamCanBeUnavailable() {
        assertThat(Document.of(Events.writing(Events.post(Steps.class, "create")))
                        .response(503))
                .isEqualTo(json("{$ref: '#/components/responses/ServiceUnavailable'}"));
    }

    @Test
    void unavailableSaysWhenToTryAgain() {
        assertThat(Document.of(Events.writing(Events.post(Steps.class, "create")))
                        .json()
                        .at("/components/responses/ServiceUnavailable/headers")
                        .has("Retry-After"))
                .isTrue();
    }

    @Test
    void anErrorAndAResultCanShareAStatus() {
        assertThat(of("refuse").result(400)).isEqualTo(json("""
                                {anyOf: [{$ref: '#/components/schemas/Refused'}, {$ref: '#/components/schemas/ErrorInfo'}]}
                                """));
    }

    @Test
    void onlyErrorsThatAreReferredToAreShared() {
        assertThat(of("refuse").json().path("components").path("responses").has("BadRequest"))
                .isFalse();
    }
}
