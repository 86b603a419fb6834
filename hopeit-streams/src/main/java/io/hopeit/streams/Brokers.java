package io.hopeit.streams;

import io.hopeit.streams.memory.MemoryBroker;
import io.hopeit.streams.redis.RedisBroker;
import io.hopeit.streams.spi.Broker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;

/** Opens the broker that configuration names when it is first used, and closes it with the application. */
@Dependent
class Brokers {
    @Produces
    @ApplicationScoped
    @Typed(Broker.class)
    Broker open(StreamsExtension deployment) {
        return switch (deployment.streams().broker()) {
            case REDIS -> new RedisBroker(deployment.redis());
            case MEMORY -> new MemoryBroker();
        };
    }

    void close(@Disposes Broker broker) {
        broker.close();
    }
}
