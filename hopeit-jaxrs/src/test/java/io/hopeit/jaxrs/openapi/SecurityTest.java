package io.hopeit.jaxrs.openapi;

import static io.hopeit.config.AuthMethod.BASIC;
import static io.hopeit.config.AuthMethod.BEARER;
import static io.hopeit.config.AuthMethod.REFRESH;
import static io.hopeit.config.AuthMethod.UNSECURED;
import static io.hopeit.jaxrs.openapi.Document.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityTest {
    public record Thing(String id) {}

    public static class Find {
        Thing find() {
            return new Thing("");
        }
    }

    private static Document of(Access access) {
        return Document.of(Events.secured(access, Events.get(Find.class, "find")));
    }

    private static Document of(AuthMethod... methods) {
        return of(new Access(List.of(methods), Optional.empty()));
    }

    private static Document of(List<String> roles, AuthMethod... methods) {
        return of(new Access(List.of(methods), Optional.of(roles)));
    }

    private static Iterable<String> statuses(Document document) {
        return () -> document.operation().path("responses").fieldNames();
    }

    @Test
    void anOpenEventSaysNothingOfSecurity() {
        var open = of(Access.OPEN);
        assertThat(open.operation().has("security")).isFalse();
        assertThat(open.json().has("security")).isFalse();
        assertThat(open.json().path("components").has("securitySchemes")).isFalse();
        assertThat(statuses(open)).doesNotContain("401", "403");
    }

    @Test
    void eachWayIsEnough() {
        assertThat(of(BEARER, BASIC, REFRESH).operation().path("security"))
                .isEqualTo(json("[{'auth.bearer': []}, {'auth.basic': []}, {'my_app.1x0.refresh': []}]"));
    }

    @Test
    void waysThatEventsNameAreDescribed() {
        assertThat(of(BEARER, BASIC, REFRESH).json().at("/components/securitySchemes"))
                .isEqualTo(json("""
                                {'auth.basic': {type: 'http', scheme: 'basic'},
                                    'auth.bearer': {type: 'http', scheme: 'bearer', bearerFormat: 'JWT'},
                                    'my_app.1x0.refresh': {type: 'apiKey', in: 'cookie', name: 'my_app.1x0.refresh'}}
                                """));
    }

    @Test
    void otherWaysAreNotDescribed() {
        assertThat(of(BASIC).json().at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("auth.basic");
    }

    @Test
    void theCookieIsThatOfTheApplicationThatAPluginRunsFor() {
        var event = Events.ofPlugin(new App("login", "2.0"), new App("shop", "1.0"), Events.get(Find.class, "find"));
        var access = new Access(List.of(REFRESH), Optional.empty());
        assertThat(Document.of(Events.secured(access, event)).operation().path("security"))
                .isEqualTo(json("[{'shop.1x0.refresh': []}]"));
    }

    @Test
    void aProofThatIsNotNeededMayBeLeftOut() {
        var optional = of(BEARER, UNSECURED);
        assertThat(optional.operation().path("security")).isEqualTo(json("[{'auth.bearer': []}, {}]"));
        assertThat(statuses(optional)).doesNotContain("401");
    }

    @Test
    void aSecuredEventCanAskForAProof() {
        var secured = of(BEARER);
        assertThat(secured.response(401)).isEqualTo(json("{$ref: '#/components/responses/Unauthorized'}"));
        assertThat(secured.response(400)).isEqualTo(json("{$ref: '#/components/responses/BadRequest'}"));
        assertThat(secured.json()
                        .at("/components/responses/Unauthorized/headers")
                        .has("WWW-Authenticate"))
                .isTrue();
        assertThat(statuses(secured)).doesNotContain("403");
    }

    @Test
    void aRoleThatIsMissingIsForbidden() {
        assertThat(statuses(of(List.of("admin"), BEARER))).contains("401", "403");
    }

    @Test
    void rolesAreListed() {
        assertThat(of(List.of("admin", "user"), BEARER).operation().path("x-roles"))
                .isEqualTo(json("['admin', 'user']"));
    }

    @Test
    void withRolesAloneTheServersTokenCounts() {
        assertThat(of(List.of("admin"), UNSECURED).operation().path("security"))
                .isEqualTo(json("[{'auth.bearer': []}]"));
    }

    @Test
    void aClosedEventIsShownWithItsWay() {
        var closed = of(Access.CLOSED);
        assertThat(closed.operation().path("security")).isEqualTo(json("[{'auth.bearer': []}]"));
        assertThat(closed.operation().path("x-roles")).isEqualTo(json("[]"));
        assertThat(statuses(closed)).contains("401", "403");
    }
}
