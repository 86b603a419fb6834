package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.cdi.apps.billing.Billing;
import io.hopeit.cdi.apps.store.Store;
import io.hopeit.logging.LogLines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartupLogTest {

    @PostEvent("orders.place")
    @WriteStream("orders.placed")
    static class Place {
        String place(String order) {
            return order;
        }
    }

    @StreamEvent(
            value = "ship",
            read = "orders.placed",
            queues = {"express", StreamEvent.AUTO})
    static class Ship {
        void ship(String order) {}
    }

    @GetEvent("a-name-that-is-longer-than-all-that-columns-are-made-for")
    static class Long {
        String get() {
            return "";
        }
    }

    private static List<String> said(Map<String, String> config, Class<?>... beans) {
        try (var lines = LogLines.of("io.hopeit", "line")) {
            Deployed.with(config, beans).close();
            return lines.untimed().stream()
                    .map(line -> line.substring(line.indexOf("[io.hopeit] ") + "[io.hopeit] ".length()))
                    .toList();
        }
    }

    @Test
    void eachEventIsNamedWithItsRouteOrItsStreamsAndGroup() {
        assertThat(said(Map.of(), Place.class, Ship.class))
                .containsExactly(
                        "shop 1.0 has 2 events",
                        "  orders.place  POST /api/shop/1x0/orders/place  writes shop.1x0.orders.placed",
                        "  ship          reads shop.1x0.orders.placed.express, shop.1x0.orders.placed"
                                + "  as group shop.1x0.ship");
    }

    @Test
    void eachApplicationHasItsOwnEvents() {
        var config = Map.of("hopeit.app.plugins", "file_store", "hopeit.apps.billing.plugins", "file-store");

        assertThat(said(config, Store.Who.class, Billing.Free.class))
                .startsWith(
                        "shop 1.0 has 1 event",
                        "  file_store.1x1.who  GET /api/shop/1x0/file-store/1x1/who",
                        "billing 2.0 has 2 events");
    }

    @Test
    void aPluginWithRoutesOfItsOwnIsThereToo() {
        assertThat(said(Map.of(), Place.class, Store.Watch.class))
                .containsSubsequence(
                        "shop 1.0 has 1 event",
                        "file-store 1.1 has 1 event",
                        "  watch  GET /api/file-store/1x1/watch  writes file_store.1x1.watched");
    }

    @Test
    void aLongNameMovesOnlyItsOwnLine() {
        assertThat(said(Map.of(), Long.class, Place.class).get(2))
                .isEqualTo("  %-40s  POST /api/shop/1x0/orders/place  writes shop.1x0.orders.placed"
                        .formatted("orders.place"));
    }

    @Test
    void aDeploymentWithoutEventsSaysWhatIsOftenMissing() {
        assertThat(said(Map.of()))
                .containsExactly("There are no events: has the jar with their classes a META-INF/beans.xml?");
    }

    @Test
    void anEventThatNothingRunsIsAMistake() {
        var weld = new org.jboss.weld.environment.se.Weld()
                .disableDiscovery()
                .addExtensions(new EventsExtension(), new io.smallrye.config.inject.ConfigExtension())
                .addBeanClasses(Place.class, Ship.class, Long.class);

        assertThat(org.junit.jupiter.api.Assertions.assertThrows(RuntimeException.class, weld::initialize))
                .hasMessageContaining("hopeit: 2 problems in this deployment")
                .hasMessageContaining("StartupLogTest$Long: nothing here answers requests for this event (and 1 other):"
                        + " add the dependency io.hopeit:hopeit-jaxrs.")
                .hasMessageContaining("add the dependency io.hopeit:hopeit-streams.");
    }
}
