package io.hopeit.streams.memory;

import io.hopeit.streams.memory.Step.How;
import io.hopeit.streams.memory.Step.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Calls that follow one another.
 *
 * @param streams how many streams each member reads
 * @param members how many members each of the two groups has
 */
record Sequence(int streams, int members, List<Step> steps) {
    private static final int LENGTH = 30;

    static Sequence of(long seed) {
        var random = new Random(seed);
        int streams = random.nextInt(4) == 0 ? 2 : 1;
        int members = 2 + random.nextInt(2);
        boolean loses = random.nextInt(3) == 0;
        var steps = new ArrayList<Step>();
        steps.add(new Step(What.APPEND, 0, 0, List.of(), new How(1, false, false)));
        while (steps.size() < LENGTH) {
            var what = what(random);
            if (loses || (what != What.DELETE_ENTRY && what != What.DELETE_STREAM)) {
                steps.add(step(what, random, streams));
            }
        }
        return new Sequence(streams, members, List.copyOf(steps));
    }

    private static What what(Random random) {
        int all = 0;
        for (What what : What.values()) {
            all += what.weight;
        }
        int left = random.nextInt(all);
        for (What what : What.values()) {
            left -= what.weight;
            if (left < 0) {
                return what;
            }
        }
        throw new IllegalStateException();
    }

    private static Step step(What what, Random random, int streams) {
        int who = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(3) * 2; // mostly of the first group
        var entries = random.ints(1 + random.nextInt(4), 0, 24).boxed().toList();
        int count = random.nextInt(3) == 0 ? 100 : 1 + random.nextInt(3);
        return new Step(
                what,
                who,
                random.nextInt(streams),
                entries,
                new How(count, random.nextBoolean(), random.nextBoolean()));
    }

    /** The first steps, or all when there are fewer. */
    Sequence first(int count) {
        return new Sequence(streams, members, steps.subList(0, Math.min(count, steps.size())));
    }

    /** Without the step at this place. */
    Sequence without(int index) {
        var some = new ArrayList<>(steps);
        some.remove(index);
        return new Sequence(streams, members, List.copyOf(some));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%d streams, %d members".formatted(streams, members));
        steps.forEach(step -> text.append("\n  ").append(step));
        return text.toString();
    }
}
