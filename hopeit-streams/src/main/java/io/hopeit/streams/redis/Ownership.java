package io.hopeit.streams.redis;

import io.hopeit.streams.redis.Script.Run;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupStats;
import io.hopeit.streams.spi.Keys;
import io.hopeit.streams.spi.Swept;
import io.hopeit.streams.spi.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What scripts do for one consumer of a group. */
record Ownership(Courier courier, String group, String consumer, ServerClock clock) {
    Ownership(Courier courier, String group, String consumer) {
        this(courier, group, consumer, new ServerClock());
    }

    /** A script must not hold up the server for long. */
    static final int MOST_IDS = 1000;

    /** Of dead letters, which a script reads whole: it goes on with the next ones only below that. */
    static final long MOST_BYTES = 1_000_000;

    static final long TOO_MANY_FIELDS = 2;

    private static final long SHORTEST_DELAY = 250;

    CompletionStage<List<String>> ids(Script script, String what, String key, List<String> ids) {
        return send(run(script, List.of(key), ids), what + " in " + key, Tree::texts);
    }

    CompletionStage<List<String>> owned(String key, String after, int count) {
        return send(
                run(Script.OWNED, List.of(key, retries(key)), List.of(after, count)),
                "look for entries in " + key,
                Tree::texts);
    }

    CompletionStage<Taken> take(String key, List<String> ids, boolean again) {
        var arguments = new ArrayList<Object>(ids.size() + 1);
        arguments.add(again ? 1 : 0);
        arguments.addAll(ids);
        return send(run(Script.TAKE, List.of(key), arguments), "take from " + key, answer -> taken(key, answer));
    }

    private static Taken taken(String key, List<Object> answer) {
        var entries = Tree.list(answer.getFirst()).stream()
                .map(Tree::list)
                .map(entry -> new Entry(
                        key, Tree.text(entry.getFirst()), Tree.fields(entry.get(2)), Tree.number(entry.get(1))))
                .toList();
        return new Taken(entries, Tree.texts(answer.get(1)));
    }

    /** Unless the server gets round to it late, or its clock has leapt. */
    CompletionStage<Swept> sweep(String key, String cursor, Duration idle, int count) {
        long latest = clock.after(Math.max(idle.toMillis() / 4, SHORTEST_DELAY));
        return send(
                run(Script.SWEEP, List.of(key, retries(key)), List.of(cursor, idle.toMillis(), count, latest)),
                "sweep " + key,
                answer -> {
                    long time = Tree.number(answer.get(4));
                    clock.observe(time);
                    return new Swept(
                            Tree.text(answer.getFirst()),
                            Tree.texts(answer.get(1)),
                            Tree.texts(answer.get(2)),
                            Tree.texts(answer.get(3)),
                            latest > 0 && time > latest);
                });
    }

    CompletionStage<Boolean> retryLater(String key, String id, Duration delay, boolean counted) {
        return send(
                run(
                        Script.RETRY_LATER,
                        List.of(key, retries(key)),
                        List.of(id, Math.max(0, delay.toMillis()), counted ? 1 : 0)),
                "put off " + id + " in " + key,
                answer -> Tree.only(answer) > 0);
    }

    /** Whether it belonged to the consumer and was there; {@link #TOO_MANY_FIELDS} when a script cannot move it. */
    CompletionStage<Long> deadLetter(String key, String id, List<Object> details) {
        var arguments = new ArrayList<Object>(details.size() + 1);
        arguments.add(id);
        arguments.addAll(details);
        return send(
                run(Script.DEAD_LETTER, List.of(key, retries(key), Keys.deadLetters(key)), arguments),
                "move " + id + " of " + key + " to dead letters",
                Tree::only);
    }

    CompletionStage<Long> release(String key, List<String> ids, Duration idle) {
        var arguments = new ArrayList<Object>(ids.size() + 1);
        arguments.add(idle.toMillis());
        arguments.addAll(ids);
        return send(run(Script.RELEASE, List.of(key), arguments), "release in " + key, Tree::only);
    }

    CompletionStage<Long> reap(String key, Duration idle) {
        return send(run(Script.REAP, List.of(key), List.of(idle.toMillis())), "delete consumers of " + key, Tree::only);
    }

    /** Some have been released, and the next ones come after that id; none when that is empty. */
    record Left(long released, String last) {}

    CompletionStage<Left> leave(String key, Duration idle, String after) {
        return send(
                run(Script.LEAVE, List.of(key, retries(key)), List.of(idle.toMillis(), after, MOST_IDS)),
                "leave " + key,
                answer -> new Left(Tree.number(answer.getFirst()), Tree.text(answer.get(1))));
    }

    CompletionStage<GroupStats> stats(String key) {
        return send(
                run(Script.STATS, List.of(key, retries(key), Keys.deadLetters(key)), List.of()),
                "look at the group of " + key,
                Ownership::stats);
    }

    private static GroupStats stats(List<Object> answer) {
        if (answer.isEmpty()) {
            return GroupStats.NONE;
        }
        var numbers = answer.stream().mapToLong(Tree::number).toArray();
        return new GroupStats(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                Duration.ofMillis(numbers[4]),
                numbers[5],
                numbers[6],
                numbers[7]);
    }

    /** Some dead letters of the group; the next ones come after that id, and none when it is empty. */
    record Letters(List<Entry> letters, String last) {
        boolean isLast() {
            return last.isEmpty();
        }
    }

    CompletionStage<Letters> listLetters(String key, String after, int count) {
        var letters = Keys.deadLetters(key);
        return send(
                run(Script.LETTERS, List.of(key, retries(key), letters), List.of(after, count, MOST_BYTES, MOST_IDS)),
                "list dead letters of " + key,
                answer -> new Letters(
                        Tree.list(answer.getFirst()).stream()
                                .map(Tree::list)
                                .map(entry ->
                                        new Entry(letters, Tree.text(entry.getFirst()), Tree.fields(entry.get(1))))
                                .toList(),
                        Tree.text(answer.get(1))));
    }

    CompletionStage<String> newestLetter(String key) {
        return send(
                run(Script.NEWEST_LETTER, List.of(Keys.deadLetters(key)), List.of()),
                "look for dead letters of " + key,
                answer -> Tree.text(answer.getFirst()));
    }

    /**
     * Some dead letters have been delivered again, or deleted.
     *
     * @param letters how many there were
     * @param ids how many ids that took, at least one; the others were too much for once
     */
    record Done(long letters, int ids) {}

    CompletionStage<Done> changeLetters(Script script, String key, List<String> ids) {
        var arguments = new ArrayList<Object>(ids.size() + 1);
        arguments.add(MOST_BYTES);
        arguments.addAll(ids);
        return send(
                run(script, List.of(key, retries(key), Keys.deadLetters(key)), arguments),
                script.name().toLowerCase(Locale.ROOT) + " dead letters of " + key,
                answer -> new Done(Tree.number(answer.getFirst()), Math.toIntExact(Tree.number(answer.get(1)))));
    }

    String retries(String key) {
        return Keys.retries(key, group);
    }

    private Run run(Script script, List<String> keys, List<?> more) {
        var arguments = new ArrayList<Object>(more.size() + 2);
        arguments.add(group);
        arguments.add(consumer);
        arguments.addAll(more);
        return new Run(script, keys, arguments);
    }

    private <T> CompletionStage<T> send(Run run, String what, Function<List<Object>, T> answer) {
        return courier.send(run.order(what, answer));
    }
}
