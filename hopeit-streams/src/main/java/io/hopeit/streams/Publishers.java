package io.hopeit.streams;

import io.hopeit.WriteStream;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;

/** Makes the publishers that applications inject. */
@Dependent
class Publishers {
    @Produces
    @Dependent
    @WriteStream
    <T> Publisher<T> publisher(InjectionPoint point, StreamsExtension deployment, StreamPublisher publisher) {
        var output = deployment.output(PublisherPoint.of(point).orElseThrow());
        return payload -> publisher.publish(output, payload);
    }
}
