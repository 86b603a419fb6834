package io.hopeit.streams.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** A member whose reads are waited for. */
public record BlockingReader(GroupMember member) implements AutoCloseable {
    public static BlockingReader of(Broker broker, List<String> keys, String group, String consumer) {
        return new BlockingReader(broker.join(keys, group, consumer, false));
    }

    /** Appends to a stream that is trimmed at about this length, read or not. */
    public static CompletionStage<String> append(
            Broker broker, String key, Map<String, byte[]> fields, long maxLength) {
        var trim = new Trim(maxLength, Duration.ZERO, false, true);
        return broker.append(new Append(key, fields, trim, 0, Optional.empty()));
    }

    public List<Entry> read(int count, Duration block) throws InterruptedException {
        try {
            return member.read(count, Long.MAX_VALUE, block)
                    .toCompletableFuture()
                    .get()
                    .entries();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    public CompletionStage<Long> ack(String key, List<String> ids) {
        return member.ack(key, ids);
    }

    @Override
    public void close() {
        member.close();
    }
}
