package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Auth;
import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.EventGroup;
import io.hopeit.Gathered;
import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.Preprocess;
import io.hopeit.QueueStrategy;
import io.hopeit.Service;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Step;
import io.hopeit.spi.Trigger;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StagesTest {

    @PostEvent(value = "shuffle.place", route = "custom/place")
    @Auth(AuthMethod.BASIC)
    @RolesAllowed("seller")
    @EventGroup("g1")
    @WriteStream(value = "placed", queues = "high")
    @Steps({"splitOrder", Steps.SHUFFLE, "price", "tax", Steps.SHUFFLE, "save"})
    static class Place {
        @Preprocess
        String read(String body) {
            return body;
        }

        Stream<Integer> splitOrder(String order) {
            return order.chars().boxed();
        }

        Long price(Integer item) {
            return (long) item;
        }

        Long tax(Long price) {
            return price + 1;
        }

        String save(Long price) {
            return "" + price;
        }

        @Postprocess
        String answer(Integer last) {
            return "" + last;
        }
    }

    private static final Map<String, String> CONFIG =
            Map.of("hopeit.event.shuffle.place.timeout", "PT7S", "hopeit.enabled-groups", "g1");

    @Test
    void anEventIsOneForEachStage() {
        try (var deployed = Deployed.with(CONFIG, Place.class)) {
            assertThat(deployed.keys())
                    .containsExactly(
                            "shop.1x0.shuffle.place", "shop.1x0.shuffle.place$price", "shop.1x0.shuffle.place$save");
            assertThat(steps(deployed.event("shuffle.place"))).containsExactly("splitOrder");
            assertThat(steps(deployed.event("shuffle.place$price"))).containsExactly("price", "tax");
            assertThat(steps(deployed.event("shuffle.place$save"))).containsExactly("save");
        }
    }

    private static List<String> steps(EventDefinition event) {
        return event.steps().stream().map(Step::name).toList();
    }

    @Test
    void stagesAreJoinedByStreamsNamedAfterTheFirstStepOfTheOneThatWrites() {
        try (var deployed = Deployed.with(CONFIG, Place.class)) {
            var first = deployed.event("shuffle.place");
            var second = deployed.event("shuffle.place$price");
            var third = deployed.event("shuffle.place$save");
            assertThat(first.output()).hasToString("Optional[writes shop.1x0.shuffle.place.split_order]");
            assertThat(second.trigger()).hasToString("reads shop.1x0.shuffle.place.split_order");
            assertThat(group(second)).isEqualTo("shop.1x0.shuffle.place.price");
            assertThat(second.output()).hasToString("Optional[writes shop.1x0.shuffle.place.price]");
            assertThat(third.trigger()).hasToString("reads shop.1x0.shuffle.place.price");
            assertThat(group(third)).isEqualTo("shop.1x0.shuffle.place.save");
            assertThat(third.output()).hasToString("Optional[writes shop.1x0.placed.high]");
            assertThat(first.output().orElseThrow().strategy()).isEqualTo(QueueStrategy.PROPAGATE);
            assertThat(third.output().orElseThrow().strategy()).isEqualTo(QueueStrategy.DROP);
        }
    }

    private static String group(EventDefinition event) {
        return ((Trigger.Read) event.trigger()).group();
    }

    @Test
    void stagesHaveTheSettingsAndTheAccessOfTheEvent() {
        try (var deployed = Deployed.with(CONFIG, Place.class)) {
            var first = deployed.event("shuffle.place");
            assertThat(first.settings().timeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(first.access().methods()).containsExactly(AuthMethod.BASIC);
            assertThat(deployed.catalogue().events()).allSatisfy(stage -> {
                assertThat(stage.settings()).isEqualTo(first.settings());
                assertThat(stage.access()).isEqualTo(first.access());
            });
        }
    }

    @Test
    void allStagesAreOffWithTheGroupOfTheEvent() {
        try (var deployed = Deployed.with(Map.of("hopeit.enabled-groups", "g2"), Place.class)) {
            assertThat(deployed.keys()).isEmpty();
        }
    }

    @Test
    void theFirstStageKeepsTheRouteAndTheHooks() {
        try (var deployed = Deployed.with(CONFIG, Place.class)) {
            var first = deployed.event("shuffle.place");
            assertThat(first.trigger()).hasToString("POST /api/shop/1x0/custom/place");
            assertThat(first.flow().preprocess()).isPresent();
            assertThat(first.flow().postprocess()).isPresent();
            var second = deployed.event("shuffle.place$price");
            assertThat(second.flow().preprocess()).isEmpty();
            assertThat(second.flow().postprocess()).isEmpty();
        }
    }

    @PostEvent
    @Collector(
            name = "load",
            gather = {"loadFirst", "loadSecond"})
    @Steps({"load", "combine", Steps.SHUFFLE, "save"})
    static class Gathers {
        String loadFirst(@Gathered("loadSecond") String second) {
            return second;
        }

        String loadSecond(Integer n) {
            return "" + n;
        }

        String combine(Collected all) {
            return "";
        }

        void save(String text) {}
    }

    @Test
    void aStageThatBeginsWithACollectorIsNamedAfterTheMethodThatItNamesFirst() {
        try (var deployed = Deployed.of(Gathers.class)) {
            assertThat(deployed.event("gathers").output())
                    .hasToString("Optional[writes shop.1x0.gathers.collector@load_first]");
        }
    }

    @StreamEvent(
            read = "orders",
            queues = {"high", "AUTO"})
    @WriteStream("flushed")
    @Steps({"check", Steps.SHUFFLE, "store"})
    static class Consumes {
        @Service
        Stream<Integer> flush() {
            return Stream.of();
        }

        Long check(Integer order) {
            return (long) order;
        }

        String store(Long order) {
            return "";
        }
    }

    @Test
    void laterStagesOfAStreamEventReadTheSameQueues() {
        try (var deployed = Deployed.of(Consumes.class)) {
            assertThat(deployed.event("consumes").trigger()).hasToString("reads shop.1x0.orders.high, shop.1x0.orders");
            assertThat(group(deployed.event("consumes"))).isEqualTo("shop.1x0.consumes");
            assertThat(deployed.event("consumes$store").trigger())
                    .hasToString("reads shop.1x0.consumes.check.high, shop.1x0.consumes.check");
        }
    }

    @Test
    void aStreamEventWithASourceHasAServiceThatGoesTheSameWay() {
        try (var deployed = Deployed.of(Consumes.class)) {
            var companion = deployed.event("consumes$__service__");
            assertThat(companion.trigger()).isEqualTo(new Trigger.Service());
            assertThat(steps(companion)).containsExactly("check");
            assertThat(companion.output()).isEqualTo(deployed.event("consumes").output());
            assertThat(companion.flow().source()).isPresent();
            assertThat(deployed.event("consumes").flow().source()).isEmpty();
        }
    }
}
