package io.hopeit.streams;

import java.util.Map;

class MemoryDeliveryTest extends DeliveryContract {
    @Override
    protected Map<String, String> config() {
        return Map.of("hopeit.streams.broker", "memory");
    }
}
