package io.hopeit.benchmarks;

/**
 * How much is measured.
 *
 * @param isQuick only what the goals are about
 * @param rounds of each entrant that count
 * @param warmUp how long an entrant works before that at least, in s
 * @param share of all messages, to try something out
 */
record Plan(boolean isQuick, int rounds, double warmUp, double share) {
    private static final double AGAIN = 0.3;

    /** As system properties say. */
    static Plan configured() {
        boolean isQuick = Boolean.getBoolean("bench.quick");
        return new Plan(
                isQuick,
                Integer.getInteger("bench.rounds", isQuick ? 3 : 7),
                Double.parseDouble(System.getProperty("bench.warm-up", isQuick ? "4" : "15")),
                Double.parseDouble(System.getProperty("bench.share", "1")));
    }

    int rounds(Entrant entrant) {
        return Math.min(rounds, entrant.number("rounds", rounds));
    }

    /** Less for one that has done other work before. */
    WarmUp warmUp(Entrant entrant, boolean isWarm) {
        double factor = Double.parseDouble(entrant.options().getOrDefault("warm-up", "1"));
        return new WarmUp(warmUp * factor * (isWarm ? AGAIN : 1));
    }
}
