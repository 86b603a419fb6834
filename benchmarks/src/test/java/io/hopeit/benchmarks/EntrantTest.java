package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.benchmarks.Scenario.Load;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntrantTest {
    private static final Entrant OURS = new Entrant("ours", "application", "all").with("group", "g");
    private static final Scenario SCENARIO =
            new Scenario("s", "S", new Load(10, Envelope.BARE, 200, true), List.of(), List.of());

    @Test
    void sharesAJvmWithThoseWhoDifferInTheirTasksOnly() {
        assertThat(OURS.with("most", 5).jvm()).isEqualTo(OURS.jvm());
        assertThat(OURS.with("jvm.heap", "128m").jvm()).isNotEqualTo(OURS.jvm());
        assertThat(OURS.with("hopeit.stream.orders.order", "key").jvm()).isNotEqualTo(OURS.jvm());
    }

    @Test
    void findsWhatTheOthersFind() {
        assertThat(Place.of(SCENARIO, OURS)).isEqualTo(new Place(List.of("bench.1x0.orders"), List.of("g")));
    }

    @Test
    void findsMessagesOfItsOwn() {
        var own = new Load(20, Envelope.HOPEIT, 200, true);
        var entrant = OURS.on(own);

        assertThat(SCENARIO.load(entrant)).isEqualTo(own);
        assertThat(Place.of(SCENARIO, entrant).keys()).containsExactly("bench.1x0.orders-20-HOPEIT-200-1000");
    }

    @Test
    void canHaveSeveralStreamsAndGroups() {
        var place = Place.of(SCENARIO, OURS.with("keys", ".shard-*2").with("groups", "*3"));

        assertThat(place.keys()).containsExactly("bench.1x0.orders.shard-0", "bench.1x0.orders.shard-1");
        assertThat(place.groups()).containsExactly("g0", "g1", "g2");
    }

    @Test
    void withoutAGroupItHasOneOfItsName() {
        var place = Place.of(SCENARIO, new Entrant("Spring, tuned", "spring-each", "none"));

        assertThat(place.groups()).containsExactly("Spring-tuned");
    }
}
