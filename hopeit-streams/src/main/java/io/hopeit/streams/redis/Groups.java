package io.hopeit.streams.redis;

import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Creates the group of some streams where it is missing. Used by one read at a time. */
final class Groups {
    private final List<String> keys;
    private final String group;
    private final boolean fromNow;
    private final Set<String> known = new HashSet<>();

    /** A group that has never been seen begins with what comes {@code fromNow} on, or with the oldest entry. */
    Groups(List<String> keys, String group, boolean fromNow) {
        this.keys = keys;
        this.group = group;
        this.fromNow = fromNow;
    }

    List<String> keys() {
        return keys;
    }

    boolean areKnown() {
        return known.size() == keys.size();
    }

    /** Creates what is missing, and returns the streams whose group had gone. */
    CompletionStage<List<String>> create(Line line, Duration patience) {
        var calls = keys.stream().map(this::call).toList();
        line.send(calls, patience);
        var created = new ArrayList<CompletableFuture<Boolean>>();
        for (Call<String> call : calls) {
            created.add(call.handle((answer, failure) -> {
                if (failure == null) {
                    return true;
                }
                if (Failures.is(failure, "BUSYGROUP")) {
                    return false;
                }
                throw new CompletionException(failure);
            }));
        }
        return CompletableFuture.allOf(created.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    var recreated = new ArrayList<String>();
                    for (int i = 0; i < keys.size(); i++) {
                        boolean wasKnown = !known.add(keys.get(i));
                        if (wasKnown && created.get(i).join()) {
                            recreated.add(keys.get(i));
                        }
                    }
                    return recreated;
                });
    }

    private Call<String> call(String key) {
        var args = Call.args()
                .add(CommandKeyword.CREATE)
                .addKey(key)
                .add(group)
                .add(fromNow && !known.contains(key) ? "$" : "0")
                .add("MKSTREAM");
        return Call.status(CommandType.XGROUP, args);
    }
}
