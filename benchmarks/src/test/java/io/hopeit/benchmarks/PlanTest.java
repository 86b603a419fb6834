package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aQuickRunOnAQuietMachineIsHardlyShortened() {
        assertThat(new Schedule(QUICK, SCENARIOS).next(0, 0).pace()).isGreaterThanOrEqualTo(0.8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.3, 1.6})
    void aQuickRunIsOverInTimeThoughTheMachineIsSlow(double slowness) {
        var schedule = new Schedule(QUICK, SCENARIOS);
        var jvms = new HashSet<String>();
        double passed = 0;
        for (int i = 0; i < SCENARIOS.size(); i++) {
            var next = schedule.next(i, passed);
            passed += slowness * next.seconds(SCENARIOS.get(i), jvms);
        }

        assertThat(passed).isBetween(180.0, 250.0);
    }

    @Test
    void aQuickRunThatHasNoTimeLeftStillMeasuresALittle() {
        assertThat(new Schedule(QUICK, SCENARIOS).next(5, 1000).pace()).isEqualTo(0.3);
    }

    @Test
    void aFullRunTakesItsTime() {
        var full = new Plan(false, 7, 15, 1, 1);

        assertThat(new Schedule(full, SCENARIOS).next(5, 7200)).isEqualTo(full);
    }
}
