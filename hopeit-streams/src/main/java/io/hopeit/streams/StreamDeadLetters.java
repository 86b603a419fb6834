package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.StreamUnavailableException;
import io.hopeit.spi.DeadLetter;
import io.hopeit.spi.DeadLetters;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * The dead letters of one event, in all streams that it reads.
 *
 * @param keys the streams
 * @param group whose they are
 */
record StreamDeadLetters(Broker broker, List<String> keys, String group) implements DeadLetters {
    /** Between the number of a stream and an id: {@code 1~1795238175870-0}; the first stream's ids are as they are. */
    private static final String IN_STREAM = "~";

    /** What {@link #redriveAll()} and {@link #discardAll()} take at once. */
    private static final int PAGE = 1000;

    /** Of ids in one stream. */
    private static final Comparator<String> ORDER = Comparator.comparingLong(
                    (String id) -> Long.parseLong(id, 0, id.indexOf('-'), 10))
            .thenComparingLong(id -> Long.parseLong(id, id.indexOf('-') + 1, id.length(), 10));

    @Override
    public List<DeadLetter> list(String after, int count) {
        var found = new ArrayList<DeadLetter>();
        int from = after.isEmpty() ? 0 : stream(after);
        for (int i = from; i < keys.size() && found.size() < count; i++) {
            int stream = i;
            var page = page(stream, i == from && !after.isEmpty() ? id(after) : "", count - found.size());
            page.forEach(letter -> found.add(letter(stream, letter)));
            if (!page.isEmpty()
                    && found.size() < count
                    && !page(stream, page.getLast().id(), 1).isEmpty()) {
                break; // these are large, and more of the same stream come first
            }
        }
        return found;
    }

    private List<Entry> page(int stream, String after, int count) {
        return await("list", broker.deadLetters(keys.get(stream)).list(group, after, count));
    }

    private DeadLetter letter(int stream, Entry letter) {
        var fields = new LinkedHashMap<String, String>();
        letter.fields().forEach((name, value) -> {
            if (!name.startsWith("dlq.")) {
                fields.put(LogText.clean(name), LogText.clean(new String(value, UTF_8)));
            }
        });
        return new DeadLetter(
                stream == 0 ? letter.id() : stream + IN_STREAM + letter.id(),
                keys.get(stream),
                text(letter, DeadLetterStore.ID),
                number(text(letter, DeadLetterStore.DELIVERIES)),
                text(letter, DeadLetterStore.ERROR),
                text(letter, DeadLetterStore.MESSAGE),
                time(text(letter, DeadLetterStore.TIME)),
                fields);
    }

    private static String text(Entry letter, String name) {
        return new String(letter.fields().getOrDefault(name, new byte[0]), UTF_8);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    @Override
    public long redrive(List<String> ids) {
        return inEach(ids, (store, some) -> store.redrive(group, some));
    }

    @Override
    public long discard(List<String> ids) {
        return inEach(ids, (store, some) -> store.discard(group, some));
    }

    @FunctionalInterface
    private interface Action {
        CompletionStage<Long> in(DeadLetterStore store, List<String> ids);
    }

    private long inEach(List<String> ids, Action action) {
        var byStream = new LinkedHashMap<Integer, List<String>>();
        ids.forEach(id ->
                byStream.computeIfAbsent(stream(id), s -> new ArrayList<>()).add(id(id)));
        long count = 0;
        for (Map.Entry<Integer, List<String>> some : byStream.entrySet()) {
            count += await("change", action.in(broker.deadLetters(keys.get(some.getKey())), some.getValue()));
        }
        return count;
    }

    @Override
    public long redriveAll() {
        return all((store, some) -> store.redrive(group, some));
    }

    @Override
    public long discardAll() {
        return all((store, some) -> store.discard(group, some));
    }

    /** Ids grow: what comes after the last ones of now has become a dead letter meanwhile. */
    private long all(Action action) {
        var stores = keys.stream().map(broker::deadLetters).toList();
        var ends = stores.stream().map(store -> await("list", store.newest())).toList();
        long count = 0;
        for (int i = 0; i < ends.size(); i++) {
            count += ends.get(i).isEmpty() ? 0 : upTo(ends.get(i), stores.get(i), action);
        }
        return count;
    }

    private long upTo(String end, DeadLetterStore store, Action action) {
        long count = 0;
        var some = await("list", store.list(group, "", PAGE));
        while (!some.isEmpty()) {
            var ids = some.stream()
                    .map(Entry::id)
                    .takeWhile(id -> ORDER.compare(id, end) <= 0)
                    .toList();
            count += ids.isEmpty() ? 0 : await("change", action.in(store, ids));
            some = ids.size() < some.size() ? List.of() : await("list", store.list(group, ids.getLast(), PAGE));
        }
        return count;
    }

    private int stream(String id) {
        int end = id.indexOf(IN_STREAM);
        try {
            int stream = end < 0 ? 0 : Integer.parseInt(id.substring(0, end));
            return Objects.checkIndex(stream, keys.size());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no dead letter has an id like " + LogText.clean(id), e);
        }
    }

    private static String id(String id) {
        var inStream = id.substring(id.indexOf(IN_STREAM) + 1);
        if (!inStream.matches("\\d{1,18}-\\d{1,18}")) {
            throw new IllegalArgumentException("no dead letter has an id like " + LogText.clean(id));
        }
        return inStream;
    }

    private <T> T await(String what, CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new StreamUnavailableException(
                    "cannot %s dead letters of %s: %s".formatted(what, group, cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamUnavailableException("interrupted", e);
        }
    }
}
