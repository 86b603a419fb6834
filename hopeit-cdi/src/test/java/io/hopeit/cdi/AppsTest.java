package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.App;
import io.hopeit.GetEvent;
import io.hopeit.OnApp;
import io.hopeit.cdi.apps.bad.Bad;
import io.hopeit.cdi.apps.billing.Billing;
import io.hopeit.cdi.apps.billing.inner.Inner;
import io.hopeit.cdi.apps.billing.tax.Tax;
import io.hopeit.cdi.apps.newer.Newer;
import io.hopeit.cdi.apps.same.Same;
import io.hopeit.spi.AppDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppsTest {

    @GetEvent("list")
    static class MainList {
        String run() {
            return "";
        }
    }

    @Test
    void thePackageSaysTheApplication() {
        try (var deployed = Deployed.of(MainList.class, Billing.BillingList.class, Inner.class, Tax.class)) {
            assertThat(deployed.keys())
                    .containsExactly("billing.2x0.inner", "billing.2x0.list", "shop.1x0.list", "tax.0x1.tax");
            assertThat(deployed.catalogue().apps())
                    .extracting(AppDefinition::app)
                    .containsExactly(new App("shop", "1.0"), new App("billing", "2.0"));
        }
    }

    @Test
    void eachApplicationHasRoutesStreamsAndGroupsOfItsOwn() {
        try (var deployed = Deployed.of(Billing.Pay.class, Published.class)) {
            var first = deployed.catalogue().event("billing.2x0.pay");
            assertThat(first.trigger()).hasToString("POST /api/billing/2x0/pay");
            assertThat(first.output()).hasToString("Optional[writes billing.2x0.pay.check]");
            var second = deployed.catalogue().event("billing.2x0.pay$book");
            assertThat(second.trigger()).hasToString("reads billing.2x0.pay.check");
            assertThat(second.output()).hasToString("Optional[writes billing.2x0.paid]");
        }
    }

    @Test
    void anApplicationHasOneVersion() {
        assertThat(Deployed.problems(Billing.Free.class, Newer.class))
                .contains("the application \"billing\" has packages of several versions, 2.0 and 3.0: it has one.");
    }

    @Test
    void configurationGivesAFurtherApplicationAnotherVersion() {
        try (var deployed = Deployed.with(Map.of("hopeit.apps.billing.version", "3.1"), Billing.Free.class)) {
            assertThat(deployed.keys()).containsExactly("billing.3x1.free");
        }
    }

    @Test
    void anEventRunsAsTheApplicationItIsOf() throws Exception {
        try (var deployed = Deployed.of(Billing.Free.class)) {
            var free = deployed.catalogue().event("billing.2x0.free");
            assertThat(deployed.get(io.hopeit.spi.EventRunner.class)
                            .run(free, null, io.hopeit.spi.EventRunner.Arguments.NONE, Deployed.context(free)))
                    .isEqualTo("billing.2x0");
        }
    }

    @Test
    void anotherSpellingOfANameIsTheSameApplication() {
        try (var deployed = Deployed.of(MainList.class, Same.class)) {
            assertThat(deployed.keys()).containsExactly("shop.1x0.list", "shop.1x0.same");
            assertThat(deployed.catalogue().apps()).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNoneIsAProblem() {
        assertThat(Deployed.problems(Bad.class))
                .contains(
                        "the application \"my app\": \"my app\" is neither a name nor a version; use letters and digits, joined by dots, dashes or underscores.")
                .contains("the application \"my app\": \"one two\" is neither a name nor a version;");
    }

    @GetEvent
    @OnApp
    static class NoPlugin {
        String run() {
            return "";
        }
    }

    @Test
    void onAppIsForPlugins() {
        assertThat(Deployed.problems(NoPlugin.class))
                .contains("NoPlugin: is @OnApp, but its package is no plugin: annotate that as @PluginPackage.");
    }
}
