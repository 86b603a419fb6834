package io.hopeit.streams.redis;

import io.hopeit.streams.redis.Script.Run;
import io.hopeit.streams.spi.Keys;
import io.hopeit.streams.spi.ShardOwnership;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Who owns which shard of a stream, for one consumer: each owner is a key that expires.
 *
 * @param key the stream, without a shard's suffix
 */
record RedisShards(Courier courier, String key, String group, String consumer) implements ShardOwnership {
    @Override
    public CompletionStage<Presence> present(Duration duration) {
        return send(
                Script.PRESENT,
                "be present for shards of " + key,
                List.of(Keys.present(key, group)),
                List.of(consumer, duration.toMillis()),
                answer -> new Presence((int) Tree.number(answer.getFirst()), (int) Tree.number(answer.get(1))));
    }

    @Override
    public CompletionStage<Boolean> own(int shard, Duration duration) {
        return send(
                Script.OWN,
                "own shard " + shard + " of " + key,
                List.of(Keys.owner(key, group, shard)),
                List.of(consumer, duration.toMillis()),
                RedisShards::isDone);
    }

    @Override
    public CompletionStage<Boolean> disown(int shard) {
        return giveUp(shard, false);
    }

    @Override
    public CompletionStage<Boolean> absent() {
        return giveUp(0, true);
    }

    private CompletionStage<Boolean> giveUp(int shard, boolean altogether) {
        return send(
                Script.DISOWN,
                "give up shards of " + key,
                List.of(Keys.owner(key, group, shard), Keys.present(key, group)),
                List.of(consumer, altogether ? 1 : 0),
                RedisShards::isDone);
    }

    private static boolean isDone(List<Object> answer) {
        return Tree.only(answer) > 0;
    }

    private <T> CompletionStage<T> send(
            Script script, String what, List<String> keys, List<?> arguments, Function<List<Object>, T> answer) {
        return courier.send(new Run(script, keys, arguments).order(what, answer));
    }
}
