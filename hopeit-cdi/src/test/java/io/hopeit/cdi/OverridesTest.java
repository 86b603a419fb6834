package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.EventGroup;
import io.hopeit.GetEvent;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.spi.Trigger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {

    @GetEvent(value = "plain", route = "by/annotation")
    static class Plain {
        String run() {
            return "";
        }
    }

    @GetEvent("grouped")
    @EventGroup("g1")
    static class Grouped {
        String run() {
            return "";
        }
    }

    @StreamEvent(value = "copy-orders", read = "orders", group = "copiers")
    @WriteStream("copies")
    static class CopyOrders {
        String run(String order) {
            return order;
        }
    }

    @Test
    void thereIsNoEventThatIsNotEnabled() {
        try (var deployed = Deployed.with(Map.of("hopeit.event.plain.enabled", "false"), Plain.class, Grouped.class)) {
            assertThat(deployed.keys()).containsExactly("shop.1x0.grouped");
        }
    }

    @Test
    void allGroupsAreOnUnlessSomeAreNamed() {
        try (var deployed = Deployed.of(Plain.class, Grouped.class)) {
            assertThat(deployed.keys()).containsExactly("shop.1x0.grouped", "shop.1x0.plain");
        }
    }

    @Test
    void eventsWithoutAGroupAreOnBesideTheGroupsThatAreNamed() {
        try (var deployed = Deployed.with(Map.of("hopeit.enabled-groups", "g2,g3"), Plain.class, Grouped.class)) {
            assertThat(deployed.keys()).containsExactly("shop.1x0.plain");
        }
    }

    @Test
    void configurationPutsAnEventIntoAnotherGroup() {
        var config = Map.of(
                "hopeit.enabled-groups", "g1",
                "hopeit.event.grouped.group", "g2",
                "hopeit.event.plain.group", "g1");
        try (var deployed = Deployed.with(config, Plain.class, Grouped.class)) {
            assertThat(deployed.keys()).containsExactly("shop.1x0.plain");
        }
    }

    @Test
    void configurationGivesAnotherRoute() {
        try (var deployed = Deployed.with(Map.of("hopeit.event.plain.route", "/by/config"), Plain.class)) {
            assertThat(deployed.event("plain").trigger()).hasToString("GET /by/config");
        }
    }

    @Test
    void configurationGivesAnotherStreamToRead() {
        var config = Map.of(
                "hopeit.event.copy-orders.read-stream.name", "old-orders",
                "hopeit.event.copy-orders.read-stream.queues", "high,AUTO",
                "hopeit.event.copy-orders.read-stream.group", "others");
        try (var deployed = Deployed.with(config, CopyOrders.class)) {
            var read = (Trigger.Read) deployed.event("copy_orders").trigger();
            assertThat(read.keys()).containsExactly("shop.1x0.old_orders.high", "shop.1x0.old_orders");
            assertThat(read.group()).isEqualTo("others");
        }
    }

    @Test
    void configurationGivesAnotherStreamToWrite() {
        var config = Map.of(
                "hopeit.event.copy-orders.write-stream.name", "archive",
                "hopeit.event.copy-orders.write-stream.queues", "q3,AUTO",
                "hopeit.event.copy-orders.write-stream.propagate", "true");
        try (var deployed = Deployed.with(config, CopyOrders.class)) {
            var targets = deployed.event("copy_orders").output().orElseThrow().targets("custom");
            assertThat(targets)
                    .hasToString(
                            "[Target[key=shop.1x0.archive.q3, queue=custom], Target[key=shop.1x0.archive.custom, queue=custom]]");
        }
    }

    @Test
    void whatConfigurationDoesNotSayIsAsAnnotated() {
        try (var deployed =
                Deployed.with(Map.of("hopeit.event.copy-orders.read-stream.queues", "high"), CopyOrders.class)) {
            var event = deployed.event("copy_orders");
            assertThat(event.trigger()).hasToString("reads shop.1x0.orders.high");
            assertThat(((Trigger.Read) event.trigger()).group()).isEqualTo("copiers");
            assertThat(event.output()).hasToString("Optional[writes shop.1x0.copies]");
        }
    }

    @Test
    void aWrongNameInConfigurationIsAProblem() {
        var config = Map.of("hopeit.event.copy-orders.read-stream.group", "my group");
        assertThat(Deployed.problemsWith(config, CopyOrders.class))
                .contains("CopyOrders: \"my group\" is not a group's name; use letters, digits and . _ : { } @ -.");
    }
}
