package io.hopeit.benchmarks;

/**
 * How much is measured. A quick run is to be over within five minutes also where the machine is slow: from some time on it
 * does fewer rounds.
 *
 * @param isQuick only what the goals are about
 * @param rounds of each entrant that count
 * @param warmUp how long an entrant works before that at least, in s
 * @param share of all messages, to try something out
 * @param began as {@link System#nanoTime} has it
 */
record Plan(boolean isQuick, int rounds, double warmUp, double share, long began) {
    private static final double LATE_SECONDS = 200;
    private static final int WHEN_LATE = 2;
    private static final double AGAIN = 0.3;

    /** As system properties say. */
    static Plan configured() {
        boolean isQuick = Boolean.getBoolean("bench.quick");
        return new Plan(
                isQuick,
                (int) number("bench.rounds", isQuick ? 3 : 7),
                number("bench.warm-up", isQuick ? 3 : 15),
                number("bench.share", 1),
                System.nanoTime());
    }

    /** Maven hands on what nobody has set as an empty text. */
    private static double number(String property, double otherwise) {
        var text = System.getProperty(property, "");
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    /** Less for one that takes long, more for one whose numbers swing. */
    int rounds(Entrant entrant) {
        int wanted = Math.max(
                Math.min(rounds, entrant.number("rounds", rounds)),
                isTriedOut() ? 0 : entrant.number("least-rounds", 0));
        return isLate() ? Math.min(wanted, WHEN_LATE) : wanted;
    }

    /** Whether a quick run has to come to its end. */
    boolean isLate() {
        return isQuick && seconds() > LATE_SECONDS;
    }

    /** How long it has taken so far, in s. */
    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Whether the numbers are of no interest. */
    private boolean isTriedOut() {
        return share < 1;
    }

    /** Less for one that has done other work before. */
    WarmUp warmUp(Entrant entrant, boolean isWarm) {
        double factor = Double.parseDouble(entrant.options().getOrDefault("warm-up", "1"));
        double least = warmUp > 0 ? entrant.number("least-warm-up", 0) : 0;
        return new WarmUp(Math.max(least, warmUp * factor) * (isWarm || isLate() ? AGAIN : 1));
    }
}
