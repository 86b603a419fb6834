package io.hopeit.streams.redis;

import io.hopeit.streams.spi.BrokerException;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupMember;
import io.hopeit.streams.spi.StreamReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for what a member reads. */
record RedisReader(GroupMember member) implements StreamReader {
    @Override
    public List<Entry> read(int count, Duration block) throws InterruptedException {
        try {
            return member.read(count, Long.MAX_VALUE, block)
                    .toCompletableFuture()
                    .get()
                    .entries();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BrokerException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            member.wake();
            throw e;
        }
    }

    @Override
    public void end(Thread waiting) {
        member.wake();
    }

    @Override
    public CompletionStage<Long> ack(String key, List<String> ids) {
        return member.ack(key, ids);
    }

    @Override
    public void close() {
        member.close();
    }
}
