package io.hopeit.benchmarks;

import java.util.Set;

/**
 * How much is measured.
 *
 * @param isQuick only what the goals are about
 * @param rounds of each entrant that count
 * @param warmUp how long an entrant works before that at least, in s
 * @param share of all messages, to try something out
 * @param pace the part of rounds and warm-ups that there is time for
 */
record Plan(boolean isQuick, int rounds, double warmUp, double share, double pace) {
    private static final int FEWEST = 2;
    private static final double AGAIN = 0.3;

    /** Until a JVM begins, in s. */
    private static final double START = 1.5;
    /** Of a slow machine the compilers need so many times as long as of a quick one; a quick run has not got it. */
    private static final double LONGEST = 3;

    private static final double LONGEST_QUICK = 1.5;
    /** So much longer than asked for it takes until compilers are done. */
    private static final double LONGER = 1.25;
    /** What a round takes with its pauses, where its entrant says nothing else, in ms. */
    private static final int ROUND = 1_300;

    /** As system properties say. */
    static Plan configured() {
        boolean isQuick = Boolean.getBoolean("bench.quick");
        return new Plan(
                isQuick,
                (int) number("bench.rounds", isQuick ? 3 : 7),
                number("bench.warm-up", isQuick ? 3 : 15),
                number("bench.share", 1),
                1);
    }

    /** Maven hands on what nobody has set as an empty text. */
    private static double number(String property, double otherwise) {
        var text = System.getProperty(property, "");
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    /** The same, of which there is time for this part. */
    Plan at(double newPace) {
        return new Plan(isQuick, rounds, warmUp, share, newPace);
    }

    /** Less for one that takes long, more for one whose numbers swing. */
    int rounds(Entrant entrant) {
        int wanted = Math.max(
                Math.min(rounds, entrant.number("rounds", rounds)),
                isTriedOut() ? 0 : entrant.number("least-rounds", 0));
        return Math.max(Math.min(wanted, FEWEST), (int) Math.round(wanted * pace));
    }

    /** Whether the numbers are of no interest. */
    private boolean isTriedOut() {
        return share < 1;
    }

    /** Less for one that has done other work before. */
    WarmUp warmUp(Entrant entrant, boolean isWarm) {
        double least = warmUpSeconds(entrant, isWarm);
        return new WarmUp(least, least * (isQuick ? LONGEST_QUICK : LONGEST));
    }

    private double warmUpSeconds(Entrant entrant, boolean isWarm) {
        double factor = Double.parseDouble(entrant.options().getOrDefault("warm-up", "1"));
        double least = warmUp > 0 ? entrant.number("least-warm-up", 0) : 0;
        return Math.max(least, warmUp * factor) * (isWarm ? AGAIN : 1) * pace;
    }

    /** How long a scenario takes, about, on a quiet machine, in s; its JVMs are warm from then on. */
    double seconds(Scenario scenario, Set<String> warmJvms) {
        return scenario.entrants().stream()
                .mapToDouble(entrant -> seconds(entrant, !warmJvms.add(entrant.jvm())))
                .sum();
    }

    private double seconds(Entrant entrant, boolean isWarm) {
        return (isWarm ? 0 : START)
                + LONGER * warmUpSeconds(entrant, isWarm)
                + rounds(entrant) * entrant.number("round-millis", ROUND) / 1e3;
    }
}
