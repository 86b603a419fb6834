package io.hopeit.streams.redis;

import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Dead letters of one stream, in a stream of their own. */
record RedisDeadLetters(Courier courier, String key) implements DeadLetterStore {
    private static final String CONSUMER = "hopeit-redrive";

    @Override
    public CompletionStage<List<Entry>> list(String group, String after, int count) {
        return list(owner(group), new ArrayList<>(), after, count);
    }

    /** Until there are enough of the group's, or those found are large. */
    private CompletionStage<List<Entry>> list(Ownership own, List<Entry> found, String after, int count) {
        return own.listLetters(key, after, count - found.size()).thenCompose(page -> {
            found.addAll(page.letters());
            long size = found.stream().mapToLong(Entry::size).sum();
            return page.isLast() || found.size() >= count || size >= Ownership.MOST_BYTES
                    ? CompletableFuture.completedFuture(List.copyOf(found))
                    : list(own, found, page.last(), count);
        });
    }

    @Override
    public CompletionStage<String> newest() {
        return owner("").newestLetter(key);
    }

    @Override
    public CompletionStage<Long> redrive(String group, List<String> ids) {
        return each(Script.REDRIVE, owner(group), ids, 0);
    }

    @Override
    public CompletionStage<Long> discard(String group, List<String> ids) {
        return each(Script.DISCARD, owner(group), ids, 0);
    }

    private CompletionStage<Long> each(Script script, Ownership own, List<String> ids, long before) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(before);
        }
        var some = ids.subList(0, Math.min(ids.size(), Ownership.MOST_IDS));
        return own.changeLetters(script, key, some)
                .thenCompose(done -> each(script, own, ids.subList(done.ids(), ids.size()), before + done.letters()));
    }

    private Ownership owner(String group) {
        return new Ownership(courier, group, CONSUMER);
    }
}
