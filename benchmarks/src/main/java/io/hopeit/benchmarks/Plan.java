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
                Double.parseDouble(System.getProperty("bench.warm-up", isQuick ? "3" : "15")),
                Double.parseDouble(System.getProperty("bench.share", "1")));
    }

    /** Less for one that takes long, more for one whose numbers swing. */
    int rounds(Entrant entrant) {
        return Math.max(
                Math.min(rounds, entrant.number("rounds", rounds)),
                isTriedOut() ? 0 : entrant.number("least-rounds", 0));
    }

    /** Whether the numbers are of no interest. */
    private boolean isTriedOut() {
        return share < 1;
    }

    /** Less for one that has done other work before. */
    WarmUp warmUp(Entrant entrant, boolean isWarm) {
        double factor = Double.parseDouble(entrant.options().getOrDefault("warm-up", "1"));
        double least = warmUp > 0 ? entrant.number("least-warm-up", 0) : 0;
        return new WarmUp(Math.max(least, warmUp * factor) * (isWarm ? AGAIN : 1));
    }
}
