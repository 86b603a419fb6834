package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.GroupMemberContract;

class MemoryMemberTest extends GroupMemberContract {
    private final MemoryBroker broker = new MemoryBroker();

    @Override
    protected Broker broker() {
        return broker;
    }
}
