package io.hopeit.jaxrs.openapi;

import static io.hopeit.config.AuthMethod.BASIC;
import static io.hopeit.config.AuthMethod.BEARER;
import static io.hopeit.config.AuthMethod.REFRESH;
import static io.hopeit.config.AuthMethod.UNSECURED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.App;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.config.AuthMethod;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.HttpResponse;
import io.hopeit.jaxrs.ResponseStatus;
import io.hopeit.jaxrs.UploadedFile;
import io.hopeit.spi.Access;
import io.hopeit.spi.Trigger.Http.Method;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** One document with all that there is. */
class OpenApiRulesTest {
    public enum Color {
        RED,
        BLUE
    }

    public record Thing(@NotBlank @Size(max = 9) String id, Optional<Color> color, Instant at, List<Thing> parts) {}

    public sealed interface Found permits Hit, Miss {}

    public record Hit(Thing thing) implements Found {}

    @ResponseStatus(value = 404, description = "there is no such thing")
    public record Miss(String id) implements Found {}

    public static class Upload {
        @Preprocess
        @APIResponse(
                responseCode = "400",
                description = "why not",
                content = @Content(schema = @Schema(implementation = String.class)))
        Object receive(
                @FormParam("id") String id,
                @FormParam("thing") Optional<Thing> thing,
                @FormParam("files") List<UploadedFile> files,
                @QueryParam("color") @DefaultValue("RED") Color color,
                HttpRequest request) {
            return id;
        }

        List<Thing> create(String id) {
            return List.of();
        }
    }

    @Produces("image/png")
    public static class Download {
        Found find(@PathParam("id") String id) {
            return new Miss(id);
        }

        @Postprocess
        void send(Hit hit, HttpResponse response) {}
    }

    @APIResponse(responseCode = "default", description = "anything")
    @APIResponse(responseCode = "206", description = "a part")
    public static class Save {
        Thing save(Thing thing) {
            return thing;
        }

        void delete(@PathParam("id") String id) {}
    }

    private static Access access(AuthMethod... methods) {
        return new Access(List.of(methods), Optional.of(List.of("admin")));
    }

    private final Document document = Document.of(
            Events.secured(access(BASIC, BEARER, REFRESH), Events.multipart(Upload.class, "create")),
            Events.http(Method.GET, "/things/{id: [a-z]+}/image", Download.class, "find"),
            Events.named("put", Events.writing(Events.http(Method.PUT, "/things", Save.class, "save"))),
            Events.named(
                    "patch", Events.secured(Access.CLOSED, Events.http(Method.PATCH, "/things", Save.class, "save"))),
            Events.named("delete", Events.http(Method.DELETE, "/things/{id}", Save.class, "delete")),
            Events.at(
                    "/on-app",
                    Events.ofPlugin(
                            new App("login", "0.3"),
                            Events.APP,
                            Events.secured(
                                    new Access(List.of(BEARER, UNSECURED), Optional.empty()),
                                    Events.post(Save.class, "save")))));

    @Test
    void aDocumentFollowsTheRulesOfOpenApi() {
        assertThat(OpenApiRules.broken(document.json())).isEmpty();
    }

    @Test
    void aRuleThatIsBrokenIsSeen() {
        var broken = document.json().deepCopy();
        ((ObjectNode) broken.at("/components/securitySchemes/auth.basic")).remove("type");
        assertThat(OpenApiRules.broken(broken)).isNotEmpty();
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
    void eachSchemeThatIsNeededIsDescribed() {
        var schemes = document.json().at("/components/securitySchemes");
        assertThat(document.json().findValues("security").stream()
                        .flatMap(security -> StreamSupport.stream(security.spliterator(), false))
                        .flatMap(requirement -> requirement.properties().stream())
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(schemes::has);
    }
}
