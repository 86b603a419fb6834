package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Entrant SWINGING = new Entrant("swings", "any", "nothing").with("least-rounds", 9);
    private static final List<Scenario> SCENARIOS = Scenarios.all(true);
    private static final Plan QUICK = new Plan(true, 3, 3, 1, 1);

    @Test
    void doesAsManyRoundsAsAnEntrantNeeds() {
        assertThat(QUICK.rounds(SWINGING)).isEqualTo(9);
    }

    @Test
    void doesFewerRoundsButTwoWhereThereIsNotTimeForAll() {
        assertThat(QUICK.at(0.5).rounds(SWINGING)).isEqualTo(5);
        assertThat(QUICK.at(0.01).rounds(SWINGING)).isEqualTo(2);
    }

    @Test
    void aQuickRunThatIsSlowMeasuresTheRestForLessLong() {
        double passed = 1.4 * QUICK.seconds(SCENARIOS.getFirst());
        var late = new Schedule(QUICK, SCENARIOS).next(1, passed);
        double left = SCENARIOS.stream().skip(1).mapToDouble(late::seconds).sum();

        assertThat(late.pace()).isLessThan(0.8);
        assertThat(passed + 1.4 * left).isBetween(200.0, 240.0);
    }

    @Test
    void aQuickRunThatHasNoTimeLeftStillMeasuresALittle() {
        assertThat(new Schedule(QUICK, SCENARIOS).next(5, 1000).pace()).isEqualTo(0.2);
    }

    @Test
    void aFullRunTakesItsTime() {
        var full = new Plan(false, 7, 15, 1, 1);

        assertThat(new Schedule(full, SCENARIOS).next(5, 7200)).isEqualTo(full);
    }
}
