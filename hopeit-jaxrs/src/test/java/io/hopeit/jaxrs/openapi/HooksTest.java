package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Collected;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.jaxrs.ResponseStatus;
import jakarta.ws.rs.HeaderParam;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HooksTest {
    public record Params(String id) {}

    public record Thing(String id) {}

    public record Shown(String text) {}

    public sealed interface Found permits Hit, Miss {}

    public record Hit(String id) implements Found {}

    @ResponseStatus(404)
    public record Miss(String id) implements Found {}

    public static class Refusing {
        @Preprocess
        Object check(Params params, HttpRequest request, @HeaderParam("User-Agent") String agent) {
            return params;
        }

        Thing create(Params params) {
            return new Thing(params.id());
        }
    }

    private final Document refusing = Document.of(Events.post(Refusing.class, "create"));

    @Test
    void thePayloadOfAPreprocessMethodIsTheBody() {
        assertThat(refusing.body()).isEqualTo(json("{$ref: '#/components/schemas/Params'}"));
    }

    @Test
    void thePartsThatAPreprocessMethodTakesAreParameters() {
        assertThat(refusing.parameter("User-Agent").path("in").asText()).isEqualTo("header");
    }

    @Test
    void stepsWorkOnWhatAPreprocessMethodReturns() {
        assertThat(refusing.result(200)).isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    public static class Watching {
        @Preprocess
        void check(Params params, HttpRequest request) {}

        Thing create(Params params) {
            return new Thing(params.id());
        }
    }

    @Test
    void aPreprocessMethodThatReturnsNothingLeavesThePayloadAsItIs() {
        assertThat(Document.of(Events.post(Watching.class, "create")).result(200))
                .isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    public static class Making {
        @Preprocess
        Params make(HttpRequest request) {
            return new Params("");
        }

        Thing create(Params params) {
            return new Thing(params.id());
        }
    }

    @Test
    void aPreprocessMethodCanMakeThePayloadOfARequestWithoutABody() {
        var making = Document.of(Events.get(Making.class, "create"));
        assertThat(making.operation().has("requestBody")).isFalse();
        assertThat(making.result(200)).isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    public static class Showing {
        Found find() {
            return new Miss("");
        }

        Thing load() {
            return new Thing("");
        }

        Miss miss() {
            return new Miss("");
        }

        @Nullable
        Hit maybe() {
            return null;
        }

        Stream<Hit> many() {
            return Stream.of();
        }

        Object anything() {
            return "";
        }

        @Postprocess
        Shown show(Hit hit, HttpResponse response) {
            return new Shown(hit.id());
        }
    }

    private static Document showing(String step) {
        return Document.of(Events.get(Showing.class, step));
    }

    @Test
    void whatAPostprocessMethodReturnsIsTheResponse() {
        assertThat(showing("find").result(200)).isEqualTo(json("{$ref: '#/components/schemas/Shown'}"));
    }

    @Test
    void aResultThatThePostprocessMethodDoesNotTakeStaysAsItIs() {
        assertThat(showing("find").result(404)).isEqualTo(json("{$ref: '#/components/schemas/Miss'}"));
        assertThat(showing("load").result(200)).isEqualTo(json("{$ref: '#/components/schemas/Thing'}"));
    }

    @Test
    void aResultThatItMayTakeCanAlsoStay() {
        assertThat(showing("anything").result(200))
                .isEqualTo(json("{anyOf: [{$ref: '#/components/schemas/Shown'}, {}]}"));
    }

    @Test
    void noResultIsNotForAPostprocessMethodThatNeedsOne() {
        assertThat(showing("maybe").result(200))
                .isEqualTo(
                        json(
                                "{anyOf: [{$ref: '#/components/schemas/Shown'}, {type: 'object', nullable: true, not: {type: 'object'}}]}"));
        assertThat(showing("many").result(200).at("/anyOf/1/nullable").asBoolean())
                .isTrue();
    }

    public static class Always {
        @Nullable
        Found find() {
            return null;
        }

        @Postprocess
        String show(@Nullable Found found) {
            return "";
        }
    }

    @Test
    void theStatusOfAResultIsThatOfItsResponse() {
        assertThat(Document.of(Events.get(Always.class, "find")).result(404).path("required"))
                .isEqualTo(json("['always']"));
    }

    @Test
    void noResultIsForAPostprocessMethodWhosePayloadMayBeAbsent() {
        assertThat(Document.of(Events.get(Always.class, "find")).result(200))
                .isEqualTo(json("{type: 'object', required: ['always'], properties: {always: {type: 'string'}}}"));
    }

    public static class Silent {
        Thing load() {
            return new Thing("");
        }

        @Postprocess
        void done(HttpResponse response) {}
    }

    @Test
    void aPostprocessMethodWithoutAPayloadIsForAllResults() {
        assertThat(Document.of(Events.get(Silent.class, "load")).result(200)).isEqualTo(json("{nullable: true}"));
    }

    public static class Choosing {
        Thing load() {
            return new Thing("");
        }

        @Postprocess
        Found choose(Thing thing) {
            return new Hit("");
        }
    }

    @Test
    void alternativesOfAPostprocessMethodHaveTheirStatus() {
        var choosing = Document.of(Events.get(Choosing.class, "load"));
        assertThat(choosing.result(200)).isEqualTo(json("{$ref: '#/components/schemas/Hit'}"));
        assertThat(choosing.result(404)).isEqualTo(json("{$ref: '#/components/schemas/Miss'}"));
    }

    public static class Gathering {
        @Nullable
        Thing first(Params params) {
            return null;
        }

        Thing second(Params params) {
            return new Thing("");
        }

        Shown join(Collected all) {
            return new Shown("");
        }
    }

    @Test
    void whatACollectorGathersGoesOn() {
        var event = Events.gathering("both", Events.post(Gathering.class, "first", "second", "join"));
        assertThat(Document.of(event).result(200)).isEqualTo(json("{$ref: '#/components/schemas/Shown'}"));
    }
}
