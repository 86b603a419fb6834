package io.hopeit.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.Order;
import io.hopeit.PostEvent;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.spi.Lanes;
import io.hopeit.spi.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanesTest {
    static class Takes {
        public void take(String order) {}
    }

    @StreamEvent(value = "plain", read = "orders")
    static class Plain extends Takes {}

    @StreamEvent(value = "keyed", read = "orders", order = Order.KEY, key = "customer.id", concurrency = 7)
    static class Keyed extends Takes {}

    @StreamEvent(read = "orders", order = Order.KEY)
    static class WithoutKey extends Takes {}

    @StreamEvent(value = "useless", read = "orders", order = Order.STREAM, key = "id")
    static class UselessKey extends Takes {}

    @StreamEvent(read = "orders", concurrency = -1)
    static class Negative extends Takes {}

    @PostEvent("staged")
    @Steps({"count", Steps.SHUFFLE, "show"})
    static class Staged {
        Integer count(String text) {
            return 1;
        }

        void show(Integer n) {}
    }

    private static Trigger.Read read(Map<String, String> configuration, String event, Class<?> bean) {
        try (var deployed = Deployed.with(configuration, bean)) {
            return (Trigger.Read) deployed.event(event).trigger();
        }
    }

    @Test
    void messagesWaitForNoneUnlessSaid() {
        assertThat(read(Map.of(), "plain", Plain.class).lanes()).isEqualTo(new Lanes(Order.NONE, "", 100));
    }

    @Test
    void theAnnotationSaysTheOrder() {
        assertThat(read(Map.of(), "keyed", Keyed.class).lanes()).isEqualTo(new Lanes(Order.KEY, "customer.id", 7));
    }

    @Test
    void configurationWinsOverTheAnnotation() {
        var other = Map.of("hopeit.stream.orders.order-key", "id", "hopeit.stream-defaults.concurrency", "3");
        var none = Map.of("hopeit.stream.orders.order", "stream");

        assertThat(read(other, "keyed", Keyed.class).lanes()).isEqualTo(new Lanes(Order.KEY, "id", 3));
        assertThat(read(none, "keyed", Keyed.class).lanes()).isEqualTo(new Lanes(Order.STREAM, "", 7));
    }

    @Test
    void configurationOrdersWhatAStageReads() {
        var configuration = Map.of("hopeit.stream.staged.count.order", "stream");

        assertThat(read(configuration, "staged$show", Staged.class).lanes().order())
                .isEqualTo(Order.STREAM);
    }

    @Test
    void aQueueWithShardsHasAKeyForEach() {
        var configuration = Map.of("hopeit.stream.orders.shards", "2");

        assertThat(read(configuration, "plain", Plain.class).keys())
                .isEqualTo(List.of("shop.1x0.orders.shard-0", "shop.1x0.orders.shard-1"));
    }

    @Test
    void anOrderByKeyNeedsOne() {
        assertThat(Deployed.problems(WithoutKey.class))
                .contains("WithoutKey: the order KEY needs a key; say @StreamEvent(key = \"...\"), a path into the "
                        + "payload, or hopeit.stream.orders.order-key.");
    }

    @Test
    void noOtherOrderHasAKey() {
        assertThat(Deployed.problems(UselessKey.class))
                .contains(
                        "UselessKey: @StreamEvent has the key \"id\", but order = STREAM; make it KEY, or leave the key"
                                + " out.");
        assertThat(Deployed.problemsWith(Map.of("hopeit.stream.orders.order-key", "id"), Plain.class))
                .contains(
                        "Plain: hopeit.stream.orders.order-key is \"id\", but the order is NONE; make the order key, or "
                                + "leave the key out.");
    }

    @Test
    void aConcurrencyIsAtLeastOne() {
        assertThat(Deployed.problems(Negative.class))
                .contains("Negative: @StreamEvent has concurrency = -1; use at least 1.");
    }
}
