package io.hopeit.streams.simulation;

import java.util.random.RandomGenerator;

/**
 * What goes wrong in one world, each as a chance in 1,000.
 *
 * @param requestLost of each call
 * @param answerLost of each call that was done
 * @param crash of each consumer in each second
 * @param pause of each consumer in each second
 * @param outage of the server in each second
 * @param failOver of the server in each second
 * @param stop of each consumer in each second: it is stopped and another one started
 * @param killer of each message: whoever works on it dies
 * @param slow of each call: it takes up to two seconds, and others overtake it
 * @param nap of each consumer in each second: it reads no more for a while
 * @param trim of the server in each second: some entries are deleted, pending or not
 * @param flush of the server in each second: all is lost, groups too
 * @param redrive of each stream in each second: its dead letters are delivered again
 */
record Faults(
        int requestLost,
        int answerLost,
        int crash,
        int pause,
        int outage,
        int failOver,
        int stop,
        int killer,
        int slow,
        int nap,
        int trim,
        int flush,
        int redrive) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The mix that belongs to a seed: some of these, more or less often. */
    static Faults of(RandomGenerator random) {
        return new Faults(
                some(random, 60),
                some(random, 60),
                some(random, 150),
                some(random, 100),
                some(random, 60),
                some(random, 60),
                some(random, 100),
                some(random, 40),
                some(random, 40),
                some(random, 100),
                some(random, 60),
                some(random, 40),
                some(random, 100));
    }

    private static int some(RandomGenerator random, int most) {
        return random.nextBoolean() ? 0 : random.nextInt(1, most);
    }

    boolean happens(RandomGenerator random, int perThousand) {
        return perThousand > 0 && random.nextInt(1000) < perThousand;
    }

    /** Whether an entry never runs on two consumers that live: none is frozen, and all are heard as soon as anybody is. */
    boolean isExclusive() {
        return requestLost + answerLost + pause + failOver + slow == 0;
    }

    /** Whether a delivery can be lost, so that it is counted though nobody has seen it, or the other way around. */
    boolean isCounted() {
        return isExclusive() && crash + outage + killer + stop + redrive == 0;
    }
}
