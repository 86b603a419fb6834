package io.hopeit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Entrant SWINGING = new Entrant("swings", "any", "nothing").with("least-rounds", 9);

    private static Plan plan(boolean isQuick, Duration ago) {
        return new Plan(isQuick, 3, 3, 1, System.nanoTime() - ago.toNanos());
    }

    @Test
    void doesAsManyRoundsAsAnEntrantNeeds() {
        assertThat(plan(true, Duration.ZERO).rounds(SWINGING)).isEqualTo(9);
    }

    @Test
    void doesFewerRoundsWhenAQuickRunIsLate() {
        var plan = plan(true, Duration.ofSeconds(201));

        assertThat(plan.isLate()).isTrue();
        assertThat(plan.rounds(SWINGING)).isEqualTo(2);
    }

    @Test
    void isNeverLateInAFullRun() {
        var plan = plan(false, Duration.ofHours(2));

        assertThat(plan.isLate()).isFalse();
        assertThat(plan.rounds(SWINGING)).isEqualTo(9);
    }
}
