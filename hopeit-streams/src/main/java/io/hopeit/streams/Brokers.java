package io.hopeit.streams;

import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.SharedFacts;
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
    Broker open(StreamsExtension deployment, AppTime time) {
        return switch (deployment.streams().broker()) {
            case REDIS -> new RedisBroker(deployment.redis());
            case MEMORY -> new MemoryBroker(time::now, time::after);
        };
    }

    /** Those of the application; nothing connects before the first of them. */
    @Produces
    @ApplicationScoped
    @Typed(SharedFacts.class)
    SharedFacts facts(Broker broker, EventCatalogue catalogue) {
        return broker.facts(catalogue.app().key() + ".");
    }

    void close(@Disposes Broker broker) {
        broker.close();
    }
}
