package io.hopeit.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The dead letters of one stream in memory. */
record MemoryDeadLetters(MemoryBroker broker, String key) implements DeadLetterStore {
    @Override
    public CompletionStage<List<Entry>> list(String group, String after, int count) {
        var from = after.isEmpty() ? EntryId.ZERO : EntryId.parse(after);
        return broker.call("list dead letters of " + key, () -> letters().after(from).keySet().stream()
                .flatMap(id -> letter(group, id).stream())
                .limit(count)
                .toList());
    }

    @Override
    public CompletionStage<String> newest() {
        return broker.call("look for dead letters of " + key, () -> {
            var all = letters().after(EntryId.ZERO);
            return all.isEmpty() ? "" : all.lastKey().toString();
        });
    }

    private MemoryStream letters() {
        return broker.stream(Keys.deadLetters(key));
    }

    private Optional<Entry> letter(String group, EntryId id) {
        return letters().entry(id, 1).filter(letter -> text(letter, GROUP).equals(group));
    }

    private static String text(Entry letter, String field) {
        return new String(letter.fields().getOrDefault(field, new byte[0]), UTF_8);
    }

    @Override
    public CompletionStage<Long> redrive(String group, List<String> ids) {
        return broker.call("redrive dead letters of " + key, () -> remove(group, ids, this::deliver));
    }

    @Override
    public CompletionStage<Long> discard(String group, List<String> ids) {
        return broker.call("discard dead letters of " + key, () -> remove(group, ids, (g, letter) -> {}));
    }

    @FunctionalInterface
    private interface Action {
        void with(String group, Entry letter);
    }

    private long remove(String group, List<String> ids, Action action) {
        long removed = 0;
        for (String text : ids) {
            var id = EntryId.parse(text);
            var letter = letter(group, id);
            if (letter.isPresent()) {
                action.with(group, letter.get());
                letters().delete(id);
                removed++;
            }
        }
        return removed;
    }

    private void deliver(String group, Entry letter) {
        var stream = broker.stream(key);
        var id = EntryId.parse(text(letter, ID));
        var readers = stream.group(group);
        if (readers.isPresent() && stream.has(id)) {
            readers.get().redeliver(id, "hopeit-redrive", broker.now());
            return;
        }
        var fields = new LinkedHashMap<>(letter.fields());
        fields.keySet().removeIf(name -> name.startsWith("dlq.") || name.equals(ONLY_FOR));
        fields.put(ONLY_FOR, group.getBytes(UTF_8));
        stream.append(fields, broker.now());
    }
}
