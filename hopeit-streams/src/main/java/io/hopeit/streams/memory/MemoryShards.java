package io.hopeit.streams.memory;

import io.hopeit.streams.spi.ShardOwnership;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Who owns which shard of a stream in memory, for one consumer. Its register is guarded by the broker's lock. */
record MemoryShards(MemoryBroker broker, Register register, String consumer) implements ShardOwnership {
    private record Owner(String consumer, long until) {}

    /** Of one group of one stream. */
    static final class Register {
        private final NavigableMap<String, Long> present = new TreeMap<>();
        private final Map<Integer, Owner> owners = new HashMap<>();
    }

    @Override
    public CompletionStage<Presence> present(Duration duration) {
        return broker.call("be present", () -> {
            long now = broker.now();
            register.present.put(consumer, now + duration.toMillis());
            register.present.values().removeIf(until -> until <= now);
            return new Presence(register.present.headMap(consumer, false).size(), register.present.size());
        });
    }

    @Override
    public CompletionStage<Boolean> own(int shard, Duration duration) {
        return broker.call("own a shard", () -> {
            long now = broker.now();
            var owner = register.owners.get(shard);
            boolean isFree =
                    owner == null || owner.until() <= now || owner.consumer().equals(consumer);
            if (isFree) {
                register.owners.put(shard, new Owner(consumer, now + duration.toMillis()));
            }
            return isFree;
        });
    }

    @Override
    public CompletionStage<Boolean> disown(int shard) {
        return broker.call("disown a shard", () -> {
            var owner = register.owners.get(shard);
            boolean wasOurs = owner != null && owner.consumer().equals(consumer);
            if (wasOurs) {
                register.owners.remove(shard);
            }
            return wasOurs;
        });
    }

    @Override
    public CompletionStage<Boolean> absent() {
        return broker.call("be absent", () -> register.present.remove(consumer) != null);
    }
}
