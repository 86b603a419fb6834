package io.hopeit.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.memory.Step.How;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.Swept;
import io.hopeit.streams.spi.Trim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Streams, groups and members of one sequence at one broker. */
final class World implements AutoCloseable {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int ALL = 1000;

    private final Side side;
    private final Sequence sequence;
    private final List<String> keys;
    private final Map<Integer, GroupMember> members = new HashMap<>();
    private final Map<String, Names> entries = new HashMap<>();
    private final Map<String, Names> letters = new HashMap<>();
    private final Map<String, String> cursors = new HashMap<>();
    private int appended;

    World(Side side, Sequence sequence, String prefix) {
        this.side = side;
        this.sequence = sequence;
        this.keys = IntStream.range(0, sequence.streams())
                .mapToObj(number -> prefix + number)
                .toList();
    }

    Answer run(Step step) {
        var key = keys.get(step.stream());
        var names = entries(key);
        var ids = names.ids(step.entries());
        var how = step.how();
        var me = member(step.who());
        return switch (step.what()) {
            case APPEND -> Answer.of(names.number(get(append(key, how))));
            case READ -> read(get(me.read(how.count(), how.isLong() ? 30 : ALL, Duration.ofMillis(1))));
            case READ_BEFORE_APPEND -> readBeforeAppend(me, key, how);
            case ACK -> about(names, get(me.ack(key, ids)));
            case ACK_OWNED -> Answer.of(names.kept(get(me.ackOwned(key, ids))));
            case EXTEND -> extend(me, key, names, ids);
            case OWNED ->
                Answer.of(names.kept(get(me.owned(key, how.flag() ? "" : ids.getFirst(), count(names, how)))));
            case TAKE -> take(me, key, ids, how.flag());
            case SWEEP -> sweep(me, key, step);
            case RETRY_LATER -> retryLater(me, key, ids.getFirst(), how);
            case DEAD_LETTER -> deadLetter(me, key, ids.getFirst(), group(step.who()));
            case LETTERS -> letters(key, group(step.who()), how.count());
            case REDRIVE -> Answer.of(get(store(key).redrive(group(step.who()), letters(key, step))));
            case DISCARD -> Answer.of(get(store(key).discard(group(step.who()), letters(key, step))));
            case RELEASE -> about(names, get(me.release(key, ids, duration(how))));
            case REAP -> about(names, get(me.reap(key, duration(how))));
            case LEAVE -> about(names, get(me.leave(key, duration(how))));
            case STATS -> stats(me, key);
            case DELETE_ENTRY -> deleteEntry(key, ids.getFirst());
            case DELETE_STREAM -> deleteStream(key);
        };
    }

    private Names entries(String key) {
        return entries.computeIfAbsent(key, k -> new Names());
    }

    private GroupMember member(int who) {
        int number = who / 2 % sequence.members();
        return members.computeIfAbsent(number * 2 + who % 2, w -> {
            boolean fromNow = who % 2 == 1;
            return side.broker().join(keys, group(who), "m" + number, fromNow);
        });
    }

    private static String group(int who) {
        return "g" + who % 2;
    }

    private Answer extend(GroupMember me, String key, Names names, List<String> ids) {
        try {
            return Answer.of(names.kept(get(me.extend(key, ids))));
        } catch (IllegalStateException e) {
            if (e.getCause().getCause() instanceof BrokerException gone && gone.kind() == BrokerException.Kind.STATE) {
                return Answer.of("gone");
            }
            throw e;
        }
    }

    private <T> T get(CompletionStage<T> stage) {
        side.endReads();
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration duration(How how) {
        return how.isLong() ? LONG : Duration.ZERO;
    }

    /** When something is lost, nobody says how many others are found before it. */
    private static int count(Names names, How how) {
        return names.slack() > 0 ? ALL : how.count();
    }

    private static Answer about(Names names, long number) {
        return new Answer(List.of(), List.of(number), names.slack());
    }

    private CompletionStage<String> append(String key, How how) {
        var text = "m" + appended++;
        Optional<Append.Once> once = how.flag() && how.isLong()
                ? Optional.of(new Append.Once("once" + how.count(), LONG))
                : Optional.empty();
        return side.broker().append(new Append(key, Map.of("payload", text.getBytes(UTF_8)), Trim.NONE, 0, once));
    }

    private Answer read(Batch batch) {
        var read = batch.entries().stream().map(this::text).toList();
        var withheld = new TreeMap<Integer, List<Integer>>();
        batch.withheld()
                .forEach((key, ids) ->
                        withheld.put(keys.indexOf(key), entries(key).numbers(ids)));
        return Answer.of(
                read, withheld, batch.recreated().stream().map(keys::indexOf).toList());
    }

    private String text(Entry entry) {
        var names = entries(entry.key());
        names.seen(entry);
        return keys.indexOf(entry.key()) + "/" + names.number(entry.id()) + fields(entry) + "x" + entry.deliveries();
    }

    /** Ids become numbers. */
    private static String fields(Entry entry) {
        var text = new StringBuilder();
        entry.fields().forEach((name, value) -> text.append(' ')
                .append(name)
                .append(
                        name.equals(DeadLetterStore.ID) || name.equals(DeadLetterStore.STREAM)
                                ? ""
                                : "=" + new String(value, UTF_8)));
        return text.toString();
    }

    private Answer readBeforeAppend(GroupMember me, String key, How how) {
        var first = read(get(me.read(ALL, Long.MAX_VALUE, Duration.ofMillis(1))));
        var reading = me.read(how.count(), Long.MAX_VALUE, Duration.ofMillis(2));
        int id = entries(key).number(get(append(key, new How(how.count(), false, false))));
        return Answer.of(first, id, readingOrLater(me, reading));
    }

    /** It may have ended before anything came. */
    private Answer readingOrLater(GroupMember me, CompletionStage<Batch> reading) {
        var batch = get(reading);
        return read(batch.entries().isEmpty() ? get(me.read(1, Long.MAX_VALUE, Duration.ofMillis(1))) : batch);
    }

    private Answer take(GroupMember me, String key, List<String> ids, boolean again) {
        var names = entries(key);
        var taken = get(me.take(key, ids, again));
        var found = taken.entries().stream().map(this::text).toList();
        return Answer.of(found, names.kept(taken.gone()));
    }

    private Answer sweep(GroupMember me, String key, Step step) {
        var names = entries(key);
        boolean isExact = names.slack() == 0;
        var cursor = isExact ? cursors.getOrDefault(key + group(step.who()), Swept.START) : Swept.START;
        var swept = sweep(me, key, cursor, duration(step.how()), count(names, step.how()));
        cursors.put(key + group(step.who()), swept.cursor());
        int next = isExact && !swept.cursor().equals(Swept.START) ? names.number(swept.cursor()) : -1;
        return Answer.of(names.kept(swept.due()), names.kept(swept.abandoned()), names.kept(swept.gone()), next);
    }

    private Swept sweep(GroupMember me, String key, String cursor, Duration idle, int count) {
        var swept = get(me.sweep(key, cursor, idle, count));
        while (swept.isLate()) {
            swept = get(me.sweep(key, cursor, idle, count));
        }
        return swept;
    }

    private Answer retryLater(GroupMember me, String key, String id, How how) {
        side.tick(); // which of them is due first is then sure
        boolean done = get(me.retryLater(key, id, duration(how), how.flag()));
        return entries(key).isLost(id) ? Answer.of() : Answer.of(done);
    }

    private Answer deadLetter(GroupMember me, String key, String id, String group) {
        var details = new LinkedHashMap<String, byte[]>();
        details.put(DeadLetterStore.STREAM, key.getBytes(UTF_8));
        details.put(DeadLetterStore.ID, id.getBytes(UTF_8));
        details.put(DeadLetterStore.GROUP, group.getBytes(UTF_8));
        return Answer.of(get(me.deadLetter(entries(key).entry(key, id), details)));
    }

    private DeadLetterStore store(String key) {
        return side.broker().deadLetters(key);
    }

    private Answer letters(String key, String group, int count) {
        var names = letters.computeIfAbsent(key + group, k -> new Names());
        var texts = new ArrayList<Object>();
        for (Entry letter : get(store(key).list(group, "", count))) {
            texts.add(names.number(letter.id()) + fields(letter));
        }
        return Answer.of(texts);
    }

    /** Some of those that there are. */
    private List<String> letters(String key, Step step) {
        letters(key, group(step.who()), ALL);
        return letters.getOrDefault(key + group(step.who()), new Names()).ids(step.entries());
    }

    private Answer stats(GroupMember me, String key) {
        var stats = get(me.stats(key));
        boolean isOld = !stats.oldestPending().isZero() && stats.pending() == 0;
        return new Answer(
                List.of(stats.length(), stats.lag() == 0, stats.deadLetters(), isOld),
                List.of(stats.lag(), stats.pending(), stats.own(), stats.retries(), stats.consumers()),
                entries(key).slack());
    }

    private Answer deleteEntry(String key, String id) {
        entries(key).lose(id);
        side.delete(key, id);
        return Answer.of();
    }

    private Answer deleteStream(String key) {
        side.delete(key);
        side.tick(); // no id is given twice
        return Answer.of();
    }

    /** Has one of each group take over all that can be, so that nothing is pending any more that is lost. */
    Answer end() {
        var ends = new ArrayList<Object>();
        for (String key : keys) {
            var names = entries(key);
            for (int who = 0; who < 2; who++) {
                var swept = sweep(member(who), key, Swept.START, Duration.ZERO, ALL);
                ends.add(names.kept(swept.abandoned()));
                ends.add(names.numbers(get(member(who).owned(key, "", ALL))));
                ends.add(get(member(who).stats(key)).pending());
            }
        }
        return Answer.of(ends);
    }

    @Override
    public void close() {
        members.values().forEach(GroupMember::close);
    }
}
