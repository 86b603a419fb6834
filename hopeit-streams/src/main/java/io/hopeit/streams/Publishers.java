package io.hopeit.streams;

import io.hopeit.WriteStream;
import io.hopeit.spi.WriteTo;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Collections;
import java.util.List;

/** Makes the publishers that applications inject. */
@Dependent
class Publishers {
    @Produces
    @Dependent
    @WriteStream
    <T> Publisher<T> publisher(InjectionPoint point, StreamsExtension deployment, StreamPublisher publisher) {
        return new ToStream<>(deployment.output(PublisherPoint.of(point).orElseThrow()), publisher);
    }

    private record ToStream<T>(WriteTo output, StreamPublisher publisher) implements Publisher<T> {
        @Override
        public void publish(T payload) {
            publisher.publish(output, Collections.singletonList(payload));
        }

        @Override
        public void publishAll(List<? extends T> payloads) {
            publisher.publish(output, payloads);
        }
    }
}
