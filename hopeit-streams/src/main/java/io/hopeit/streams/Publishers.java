package io.hopeit.streams;

import io.hopeit.WriteStream;
import io.hopeit.spi.WriteTo;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;

/** Makes the publishers that applications inject. */
@Dependent
class Publishers {
    @Produces
    @Dependent
    @WriteStream
    <T> Publisher<T> publisher(InjectionPoint point, StreamsExtension deployment, StreamPublisher publisher) {
        var found = PublisherPoint.of(point).orElseThrow();
        return new ToStream<>(deployment.output(found), found.payloadType(), publisher);
    }

    private record ToStream<T>(WriteTo output, Type declared, StreamPublisher publisher) implements Publisher<T> {
        @Override
        public void publish(T payload) {
            publisher.publish(output, Collections.singletonList(payload), declared);
        }

        @Override
        public void publishAll(List<? extends T> payloads) {
            publisher.publish(output, payloads, declared);
        }
    }
}
