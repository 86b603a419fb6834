package io.hopeit.benchmarks;

import java.util.List;

/**
 * Some contenders that do the same work.
 *
 * @param name to choose it
 * @param title in the report
 * @param load what is there before each round, for those who have none of their own
 * @param entrants who take part, in turn
 * @param ratios what is compared
 */
record Scenario(String name, String title, Load load, List<Entrant> entrants, List<Ratio> ratios) {
    /**
     * What is in the stream.
     *
     * @param count how many messages; what is published is as many
     * @param envelope around each
     * @param size of each payload, in bytes
     * @param customers how many there are, in turn
     * @param isRead whether it is there before, and read; else it is written
     */
    record Load(int count, Envelope envelope, int size, int customers, boolean isRead) {
        Load(int count, Envelope envelope, int size, boolean isRead) {
            this(count, envelope, size, 1000, isRead);
        }

        /** A name of its own. */
        String id() {
            return "%d-%s-%d-%d".formatted(count, envelope, size, customers);
        }
    }

    /** What that entrant finds. */
    Load load(Entrant entrant) {
        return entrant.own().orElse(load);
    }
}
