package io.hopeit.benchmarks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shortens what is left of a quick run on a slow machine, so that it is over within five minutes. */
final class Schedule {
    /** In s; the build comes before. */
    private static final double END = 215;

    private static final List<Double> PACES = List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3);

    private final Plan plan;
    private final List<Scenario> scenarios;
    private final Set<String> warmJvms = new HashSet<>();
    /** How long all that was begun should have taken. */
    private double planned;

    Schedule(Plan plan, List<Scenario> scenarios) {
        this.plan = plan;
        this.scenarios = scenarios;
    }

    /** How the scenario at this place is measured, when so many seconds have passed; each is asked for once, in turn. */
    Plan next(int place, double passed) {
        if (!plan.isQuick()) {
            return plan;
        }
        double slowness = planned == 0 ? 1 : Math.max(1, passed / planned);
        var next = PACES.stream()
                .map(plan::at)
                .filter(slower -> passed + left(slower, place) * slowness <= END)
                .findFirst()
                .orElse(plan.at(PACES.getLast()));
        planned += next.seconds(scenarios.get(place), warmJvms);
        return next;
    }

    private double left(Plan at, int place) {
        var warm = new HashSet<>(warmJvms);
        return scenarios.stream()
                .skip(place)
                .mapToDouble(scenario -> at.seconds(scenario, warm))
                .sum();
    }
}
