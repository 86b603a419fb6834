package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.StreamEvent;
import io.hopeit.StreamUnavailableException;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.WriteTo;
import io.hopeit.streams.spi.Broker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Publishes results of events and payloads of publishers: all at once, then it waits until each is confirmed. */
@ApplicationScoped
class StreamPublisher implements EventOutput {
    @Inject
    MessageCodec codec;

    @Inject
    Broker broker;

    @Inject
    EventCatalogue catalogue;

    @Inject
    RequestScopes scopes;

    /** A message on its way. */
    private record Sent(String key, CompletionStage<String> confirmation) {
        void confirm() throws InterruptedException {
            try {
                confirmation.toCompletableFuture().get();
            } catch (ExecutionException e) {
                var cause = Objects.requireNonNullElse(e.getCause(), e);
                throw new StreamUnavailableException("cannot publish to " + key + ": " + cause.getMessage(), cause);
            }
        }
    }

    @Override
    public void write(WriteTo output, List<Object> results, EventContext context) throws InterruptedException {
        write(output, results, Origin.of(context, scopes.trace()), context.queue());
    }

    /** Publishes in the name of the event that is running, if there is one. */
    void publish(WriteTo output, @Nullable Object payload) {
        if (payload == null) {
            throw new IllegalArgumentException(
                    "there is no payload to publish to " + output.stream().name());
        }
        var event = CurrentEvent.context();
        var origin = event.map(run -> Origin.of(run, scopes.trace())).orElseGet(() -> new Contexts(catalogue).fresh());
        try {
            write(
                    output,
                    List.of(payload),
                    origin,
                    event.map(EventContext::queue).orElse(StreamEvent.AUTO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamUnavailableException(
                    "interrupted while publishing to " + output.stream().name(), e);
        }
    }

    private void write(WriteTo output, List<Object> payloads, Origin origin, String upstream)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var settings = output.stream().settings();
        var targets = output.targets(upstream);
        var sent = new ArrayList<Sent>();
        for (Object payload : payloads) {
            for (WriteTo.Target target : targets) {
                var message = codec.encode(payload, origin, target.queue(), settings);
                sent.add(new Sent(target.key(), broker.append(target.key(), message, settings.maxLength())));
            }
        }
        for (Sent message : sent) {
            message.confirm();
        }
    }
}
