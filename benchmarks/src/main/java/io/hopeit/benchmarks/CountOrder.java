package io.hopeit.benchmarks;

/** What {@link ManyEvents} are copies of: counts messages. No nested class, as a copy could not be one. */
class CountOrder {
    void consume(Order order) {
        Tally.DONE.increment();
    }
}
