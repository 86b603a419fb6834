package io.hopeit.streams.redis;

import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Keys;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Dead letters of one stream, in a stream of their own. */
record RedisDeadLetters(Courier courier, String key) implements DeadLetterStore {
    private static final String CONSUMER = "hopeit-redrive";
    private static final int LEAST_OF_A_PAGE = 100;

    @Override
    public CompletionStage<List<Entry>> list(String group, String after, int count) {
        return more(group, new ArrayList<>(), after, count);
    }

    /** Letters of other groups lie between. */
    private CompletionStage<List<Entry>> more(String group, List<Entry> found, String after, int count) {
        int size = Math.max(count, LEAST_OF_A_PAGE);
        return page(after, size).thenCompose(page -> {
            page.stream()
                    .filter(letter -> isOf(letter, group))
                    .limit(count - found.size())
                    .forEach(found::add);
            return page.size() < size || found.size() >= count
                    ? CompletableFuture.completedFuture(List.copyOf(found))
                    : more(group, found, page.getLast().id(), count);
        });
    }

    private static boolean isOf(Entry letter, String group) {
        var written = letter.fields().get(GROUP);
        return written != null && new String(written, StandardCharsets.UTF_8).equals(group);
    }

    private CompletionStage<List<Entry>> page(String after, int count) {
        var letters = Keys.deadLetters(key);
        var order = Order.of("list dead letters of " + key, letters, () -> {
            var args = Call.args()
                    .addKey(letters)
                    .add(after.isEmpty() ? "-" : "(" + after)
                    .add("+")
                    .add(CommandKeyword.COUNT)
                    .add(count);
            return Call.tree(CommandType.XRANGE, args);
        });
        return courier.send(order).thenApply(entries -> entries.stream()
                .map(Tree::list)
                .map(entry -> new Entry(letters, Tree.text(entry.getFirst()), Tree.fields(entry.get(1))))
                .toList());
    }

    @Override
    public CompletionStage<Long> redrive(String group, List<String> ids) {
        var own = new Ownership(courier, group, CONSUMER);
        return Chunks.each(ids, 0L, some -> own.letters(Script.REDRIVE, "redrive dead letters", key, some), Long::sum);
    }

    @Override
    public CompletionStage<Long> discard(String group, List<String> ids) {
        var own = new Ownership(courier, group, CONSUMER);
        return Chunks.each(ids, 0L, some -> own.letters(Script.DISCARD, "discard dead letters", key, some), Long::sum);
    }
}
