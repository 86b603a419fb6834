package io.hopeit.streams;

import io.hopeit.streams.memory.MemoryProbe;
import java.util.List;
import java.util.Map;

class MemoryStreamsTest extends StreamsContract {
    private MemoryProbe probe;

    @Override
    protected Map<String, String> config() {
        return Map.of("hopeit.streams.broker", "memory");
    }

    @Override
    protected void started(Deployed deployed) {
        probe = MemoryProbe.of(deployed.broker());
    }

    @Override
    protected List<String> pending(String key, String group) {
        return probe.pending(key, group);
    }
}
