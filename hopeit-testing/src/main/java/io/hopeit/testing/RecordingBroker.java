package io.hopeit.testing;

import io.hopeit.spi.SharedFacts;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.ShardOwnership;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Any broker, of which it is known what has been appended, and which can be told to refuse that. */
final class RecordingBroker implements Broker {
    private final Broker broker;
    private final Recorder recorder;
    private final AtomicInteger outages = new AtomicInteger();
    private volatile RuntimeException outage = new IllegalStateException();

    RecordingBroker(Broker broker, Recorder recorder) {
        this.broker = broker;
        this.recorder = recorder;
    }

    /** So many appends fail with this from now on. */
    void refuse(int times, RuntimeException failure) {
        outage = failure;
        outages.set(times);
    }

    @Override
    public String address() {
        return broker.address();
    }

    @Override
    public CompletionStage<String> append(Append append) {
        if (outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.failedFuture(outage);
        }
        return broker.append(append).thenApply(id -> {
            recorder.appended(append);
            return id;
        });
    }

    @Override
    public List<List<String>> readable(List<String> keys) {
        return broker.readable(keys);
    }

    @Override
    public GroupMember join(List<String> keys, String group, String consumer, boolean fromNow) {
        return broker.join(keys, group, consumer, fromNow);
    }

    @Override
    public ShardOwnership shards(String key, String group, String consumer) {
        return broker.shards(key, group, consumer);
    }

    @Override
    public DeadLetterStore deadLetters(String key) {
        return broker.deadLetters(key);
    }

    @Override
    public SharedFacts facts(String prefix) {
        return broker.facts(prefix);
    }

    @Override
    public boolean isReachable() {
        return broker.isReachable();
    }

    @Override
    public void close() {
        broker.close();
    }
}
