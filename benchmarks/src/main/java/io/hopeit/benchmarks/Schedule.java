package io.hopeit.benchmarks;

import java.util.List;

/** Has a quick run be over within five minutes also where the machine is slow: what is left is measured for less long then. */
final class Schedule {
    /** In s; the build comes before, and the last scenario may take longer than is thought. */
    private static final double END = 240;

    private static final List<Double> PACES = List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2);

    private final Plan plan;
    private final List<Scenario> scenarios;

    Schedule(Plan plan, List<Scenario> scenarios) {
        this.plan = plan;
        this.scenarios = scenarios;
    }

    /** How much of the scenario at this place is measured, and of those after it, when so many seconds have passed. */
    Plan next(int place, double passed) {
        if (!plan.isQuick()) {
            return plan;
        }
        double slowness = place == 0 ? 1 : Math.max(1, passed / seconds(plan, scenarios.subList(0, place)));
        var rest = scenarios.subList(place, scenarios.size());
        return PACES.stream()
                .map(plan::at)
                .filter(slower -> passed + seconds(slower, rest) * slowness <= END)
                .findFirst()
                .orElse(plan.at(PACES.getLast()));
    }

    private static double seconds(Plan at, List<Scenario> some) {
        return some.stream().mapToDouble(at::seconds).sum();
    }
}
