package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Broker;
import java.util.List;
import org.jboss.weld.proxy.WeldClientProxy;

/** Looks into the broker of an application. */
public record MemoryProbe(MemoryBroker broker) {
    public static MemoryProbe of(Broker injected) {
        var reference = ((WeldClientProxy) injected).getMetadata().getContextualInstance();
        return new MemoryProbe((MemoryBroker) reference);
    }

    public List<String> pending(String key, String group) {
        return broker.pending(key, group);
    }
}
