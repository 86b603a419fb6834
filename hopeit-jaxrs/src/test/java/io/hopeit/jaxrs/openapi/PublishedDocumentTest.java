package io.hopeit.jaxrs.openapi;

import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.microprofile.testing.junit5.HelidonTest;
import io.hopeit.jaxrs.Target;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.WebTarget;
import org.junit.jupiter.api.Test;

/** The document as a server writes it, which may not be what it was told. */
@HelidonTest
class PublishedDocumentTest {
    @Inject
    WebTarget server;

    private JsonNode document() {
        return json(
                Target.at(server).path("/openapi").request("application/json").get(String.class));
    }

    private JsonNode operation(String event) {
        return document().path("paths").path("/api/shop/1x0/" + event).path("get");
    }

    @Test
    void itFollowsTheRulesOfOpenApi() {
        assertThat(OpenApiRules.broken(document())).isEmpty();
    }

    @Test
    void securedEventsSayHowAndForWhom() {
        assertThat(operation("members").path("security")).isEqualTo(json("[{'auth.basic': []}]"));
        assertThat(operation("members").path("x-roles")).isEqualTo(json("['member', 'admin']"));
        assertThat(document().at("/components/securitySchemes"))
                .isEqualTo(json("{'auth.basic': {type: 'http', scheme: 'basic'}}"));
    }

    @Test
    void aProofThatIsNotNeededMayBeLeftOut() {
        assertThat(operation("picture").path("security")).isEqualTo(json("[{'auth.basic': []}, {}]"));
    }

    @Test
    void resultsThatAreNotJsonHaveTheirType() {
        assertThat(operation("picture").at("/responses/200/content"))
                .isEqualTo(json("{'image/png': {schema: {type: 'string', format: 'binary'}}}"));
        assertThat(operation("picture").at("/responses/206/description").asText())
                .isEqualTo("a part of it");
    }
}
