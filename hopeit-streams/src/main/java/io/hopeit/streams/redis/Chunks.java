package io.hopeit.streams.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Asks for many ids in parts, one after another. */
final class Chunks {
    private Chunks() {}

    static <T> CompletionStage<T> each(
            List<String> ids, T none, Function<List<String>, CompletionStage<T>> ask, BinaryOperator<T> together) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(none);
        }
        int most = Ownership.MOST_IDS;
        if (ids.size() <= most) {
            return ask.apply(ids);
        }
        return ask.apply(ids.subList(0, most))
                .thenCompose(first -> each(ids.subList(most, ids.size()), none, ask, together)
                        .thenApply(rest -> together.apply(first, rest)));
    }

    static <E> List<E> joined(List<E> first, List<E> rest) {
        var all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
