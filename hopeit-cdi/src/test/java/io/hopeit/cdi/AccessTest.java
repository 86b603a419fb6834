package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.Auth;
import io.hopeit.GetEvent;
import io.hopeit.cdi.apps.billing.Billing;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {

    static class Base {
        String run() {
            return "";
        }
    }

    @GetEvent
    static class Plain extends Base {}

    @GetEvent
    @PermitAll
    static class Permitted extends Base {}

    @GetEvent
    @PermitAll
    @Auth({AuthMethod.BASIC, AuthMethod.BEARER})
    static class Annotated extends Base {}

    @GetEvent
    @RolesAllowed({"seller", "buyer"})
    static class Sells extends Base {}

    @GetEvent
    @DenyAll
    static class Denied extends Base {}

    private static final Class<?>[] ALL = {
        Plain.class, Permitted.class, Annotated.class, Sells.class, Denied.class, Billing.Pay.class, Billing.Free.class
    };

    private static Access access(String key, Map<String, String> config) {
        try (var deployed = Deployed.with(config, ALL)) {
            return deployed.catalogue().event(key).access();
        }
    }

    private static final Map<String, String> APP = Map.of("hopeit.app.auth", "refresh");

    @Test
    void anEventThatNobodyHasSaidAnythingAboutIsOpen() {
        assertThat(access("shop.1x0.plain", Map.of())).isEqualTo(Access.OPEN);
    }

    @Test
    void orClosedWhenThatIsTheDefault() {
        var config = Map.of("hopeit.security.deny-by-default", "true");
        assertThat(access("shop.1x0.plain", config)).isEqualTo(Access.CLOSED);
        assertThat(access("shop.1x0.permitted", config)).isEqualTo(Access.OPEN);
        assertThat(access("shop.1x0.annotated", config).methods()).containsExactly(AuthMethod.BASIC, AuthMethod.BEARER);
    }

    @Test
    void theApplicationSpeaksForItsEvents() {
        assertThat(access("shop.1x0.plain", APP)).isEqualTo(new Access(List.of(AuthMethod.REFRESH), Optional.empty()));
        var both = Map.of("hopeit.app.auth", "refresh", "hopeit.security.deny-by-default", "true");
        assertThat(access("shop.1x0.plain", both).methods()).containsExactly(AuthMethod.REFRESH);
    }

    @Test
    void permitAllWinsOverTheApplication() {
        assertThat(access("shop.1x0.permitted", APP)).isEqualTo(Access.OPEN);
    }

    @Test
    void authWinsOverPermitAll() {
        assertThat(access("shop.1x0.annotated", APP).methods()).containsExactly(AuthMethod.BASIC, AuthMethod.BEARER);
    }

    @Test
    void configurationOfTheEventWinsOverAll() {
        var config = Map.of("hopeit.event.annotated.auth", "unsecured", "hopeit.event.permitted.auth", "basic");
        assertThat(access("shop.1x0.annotated", config)).isEqualTo(Access.OPEN);
        assertThat(access("shop.1x0.permitted", config).methods()).containsExactly(AuthMethod.BASIC);
    }

    @Test
    void aFurtherApplicationSpeaksBeforeTheMainOne() {
        assertThat(access("billing.2x0.pay", APP).methods()).containsExactly(AuthMethod.REFRESH);
        var config = Map.of("hopeit.app.auth", "refresh", "hopeit.apps.billing.auth", "basic");
        assertThat(access("billing.2x0.pay", config).methods()).containsExactly(AuthMethod.BASIC);
        assertThat(access("billing.2x0.free", config)).isEqualTo(Access.OPEN);
    }

    @Test
    void rolesAskForATokenUnlessAnotherWayIsSaid() {
        var roles = Optional.of(List.of("seller", "buyer"));
        assertThat(access("shop.1x0.sells", Map.of())).isEqualTo(new Access(List.of(AuthMethod.BEARER), roles));
        assertThat(access("shop.1x0.sells", APP)).isEqualTo(new Access(List.of(AuthMethod.REFRESH), roles));
        var unsecured = Map.of("hopeit.app.auth", "unsecured");
        assertThat(access("shop.1x0.sells", unsecured).isOpen()).isFalse();
    }

    @Test
    void denyAllLetsNobodyIn() {
        var denied = access("shop.1x0.denied", Map.of("hopeit.event.denied.auth", "unsecured"));
        assertThat(denied.isOpen()).isFalse();
        assertThat(denied.roles()).contains(List.of());
    }

    @GetEvent
    static class ByMethod {
        @RolesAllowed("seller")
        String run() {
            return "";
        }
    }

    @Test
    void aMethodCannotSayWhoMayUseAnEvent() {
        assertThatThrownBy(() -> Deployed.of(ByMethod.class))
                .hasMessageContaining("has @RolesAllowed, which does nothing there: put it on the class of the event.");
    }

    @RolesAllowed("seller")
    static class ForSellers {
        String run() {
            return "";
        }
    }

    @GetEvent
    static class SeemsClosed extends ForSellers {}

    @Test
    void whatASuperclassSaysIsNotInherited() {
        assertThatThrownBy(() -> Deployed.of(SeemsClosed.class))
                .hasMessageContaining(
                        "SeemsClosed: does not inherit @RolesAllowed of ForSellers: say here who may use it.");
    }
}
