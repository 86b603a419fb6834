package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.StreamReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads for one group; consumers are not told apart, as nothing claims the entries of another. */
record MemoryReader(MemoryBroker broker, List<String> keys, String group) implements StreamReader {
    MemoryReader {
        keys = List.copyOf(keys);
    }

    @Override
    public List<Entry> read(int count, Duration block) throws InterruptedException {
        return broker.read(this, count, block);
    }

    @Override
    public CompletionStage<Long> ack(String key, List<String> ids) {
        return broker.ack(key, group, ids);
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
