package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.cdi.apps.billing.Billing;
import io.hopeit.cdi.apps.store.Store;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.EventRunner;
import io.hopeit.spi.Trigger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginsTest {
    private static final Map<String, String> ONE = Map.of("hopeit.app.plugins", "file-store");
    private static final Map<String, String> TWO =
            Map.of("hopeit.app.plugins", "file_store", "hopeit.apps.billing.plugins", "file-store");

    @Test
    void aStandaloneEventHasARouteOfThePlugin() {
        try (var deployed = Deployed.of(Store.Watch.class, Published.class)) {
            var watch = deployed.catalogue().event("file_store.1x1.watch");
            assertThat(watch.trigger()).hasToString("GET /api/file-store/1x1/watch");
            assertThat(watch.output()).hasToString("Optional[writes file_store.1x1.watched]");
            assertThat(watch.id().plugin()).isEmpty();
            assertThat(deployed.catalogue().apps()).hasSize(1);
        }
    }

    @Test
    void configurationGivesAPluginAnotherVersion() {
        var config = Map.of("hopeit.app.plugins", "file-store", "hopeit.apps.file-store.version", "2.0");
        try (var deployed = Deployed.with(config, Store.Watch.class, Store.Who.class, Published.class)) {
            assertThat(deployed.keys()).containsExactly("file_store.2x0.watch", "shop.1x0.file_store.2x0.who");
        }
    }

    @Test
    void thereIsNoEventOfAPluginThatNoApplicationLists() {
        try (var deployed = Deployed.of(Store.Who.class, Store.Keep.class)) {
            assertThat(deployed.keys()).isEmpty();
        }
    }

    @Test
    void anEventForApplicationsRunsAsTheApplication() throws Exception {
        try (var deployed = Deployed.with(TWO, Store.Who.class, Billing.Free.class)) {
            assertThat(deployed.keys())
                    .containsExactly(
                            "billing.2x0.file_store.1x1.who", "billing.2x0.free", "shop.1x0.file_store.1x1.who");
            assertThat(run(deployed, "shop.1x0.file_store.1x1.who")).isEqualTo("shop.1x0 file_store.1x1");
            assertThat(run(deployed, "billing.2x0.file_store.1x1.who")).isEqualTo("billing.2x0 file_store.1x1");
        }
    }

    private static Object run(Deployed deployed, String key) throws Exception {
        EventDefinition event = deployed.catalogue().event(key);
        return deployed.get(EventRunner.class).run(event, null, EventRunner.Arguments.NONE, Deployed.context(event));
    }

    @Test
    void itsRoutesAndStreamsAreOfTheApplication() {
        try (var deployed = Deployed.with(ONE, Store.Who.class, Store.Keep.class)) {
            assertThat(deployed.catalogue().event("shop.1x0.file_store.1x1.who").trigger())
                    .hasToString("GET /api/shop/1x0/file-store/1x1/who");
            var first = deployed.catalogue().event("shop.1x0.file_store.1x1.keep");
            var second = deployed.catalogue().event("shop.1x0.file_store.1x1.keep$keep");
            assertThat(first.trigger()).hasToString("POST /api/shop/1x0/file-store/1x1/keep/{id}");
            assertThat(second.output()).hasToString("Optional[writes shop.1x0.kept]");
        }
    }

    @PostEvent("keep")
    @Steps({"check", Steps.SHUFFLE, "keep"})
    static class OwnKeep {
        Integer check(String text) {
            return 1;
        }

        void keep(Integer n) {}
    }

    @Test
    void streamsBetweenItsStagesAreNotThoseOfAnEventOfTheApplicationWithTheSameName() {
        try (var deployed = Deployed.with(ONE, Store.Keep.class, OwnKeep.class)) {
            var own = (Trigger.Read) deployed.event("keep$keep").trigger();
            var of = (Trigger.Read) deployed.catalogue()
                    .event("shop.1x0.file_store.1x1.keep$keep")
                    .trigger();
            assertThat(own.keys()).containsExactly("shop.1x0.keep.check");
            assertThat(own.group()).isEqualTo("shop.1x0.keep.keep");
            assertThat(of.keys()).containsExactly("shop.1x0.file_store.1x1.keep.check");
            assertThat(of.group()).isEqualTo("shop.1x0.file_store.1x1.keep.keep");
        }
    }

    @Test
    void aPluginThatIsListedButNotThereIsAProblem() {
        assertThat(Deployed.problemsWith(Map.of("hopeit.app.plugins", "file-stor"), Store.Who.class))
                .contains(
                        "the application \"shop\" lists the plugin \"file-stor\", which is not there: add its jar. Did you mean \"file-store\"?");
    }

    @Test
    void servicesAndStreamsAreNotForApplications() {
        assertThat(Deployed.problemsWith(ONE, Store.Serves.class))
                .contains("Serves: is @OnApp and is a service; that is for HTTP and setup events: take it off.");
    }

    @GetEvent(route = "/api/shop/1x0/file-store/1x1/who")
    static class RouteTwin {
        String run() {
            return "";
        }
    }

    @Test
    void aRouteOfThePluginCanBeTheTwinOfAnother() {
        assertThat(Deployed.problemsWith(ONE, Store.Who.class, RouteTwin.class))
                .contains("the route \"GET /api/shop/1x0/file-store/1x1/who\" is also that of ");
    }

    @Test
    void aSetupEventRunsOnceForEachApplication() {
        try (var deployed = Deployed.with(TWO, Store.Prepare.class, Billing.Free.class, Heard.class)) {
            assertThat(deployed.get(Heard.class).all())
                    .containsExactly(
                            "START billing.2x0.file_store.1x1.prepare",
                            "DONE billing.2x0.file_store.1x1.prepare",
                            "START shop.1x0.file_store.1x1.prepare",
                            "DONE shop.1x0.file_store.1x1.prepare");
        }
    }
}
