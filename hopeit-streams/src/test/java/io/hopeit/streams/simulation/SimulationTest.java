package io.hopeit.streams.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Consumers in thousands of made-up worlds. One that fails is named by its seed, and runs again just so with {@code
 * -Dtest=SimulationTest -Dhopeit.simulation.seed=<seed>}; {@code -Dhopeit.simulation.worlds=<n>} tries more of them.
 */
class SimulationTest {
    private static final long WORLDS = Long.getLong("hopeit.simulation.worlds", 10_000);
    private static final int ENOUGH = 5;

    @Test
    void whateverGoesWrongEachMessageIsDoneOrDeadInTheEnd() {
        var only = Long.getLong("hopeit.simulation.seed");
        var failures = (only == null ? LongStream.range(0, WORLDS).parallel() : LongStream.of(only))
                .mapToObj(seed -> failures(seed, false))
                .filter(failed -> !failed.isEmpty())
                .limit(ENOUGH)
                .toList();

        assertThat(failures).isEmpty();
    }

    @Test
    void whenNothingGoesWrongEachMessageIsDoneOnceAndInTheOrderOfItsLine() {
        var failures = LongStream.range(0, WORLDS / 20)
                .parallel()
                .mapToObj(seed -> failures(seed, true))
                .filter(failed -> !failed.isEmpty())
                .limit(ENOUGH)
                .toList();

        assertThat(failures).isEmpty();
    }

    private static List<String> failures(long seed, boolean isCalm) {
        var world = new SimWorld(seed, isCalm);
        var violations = new ArrayList<>(world.run());
        return violations.isEmpty() ? List.of() : List.of("seed %d: %s; %s".formatted(seed, violations, world));
    }
}
