package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.StreamEvent;
import io.hopeit.StreamUnavailableException;
import io.hopeit.StreamUnavailableException.Outcome;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.CurrentEvent;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.Part;
import io.hopeit.spi.RequestScopes;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.WriteTo;
import io.hopeit.streams.StreamListener.Published;
import io.hopeit.streams.spi.Broker;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Publishes results of events and payloads of publishers: all at once, then it waits until each is confirmed. */
@Part
class StreamPublisher implements EventOutput {
    @Inject
    Appends appends;

    @Inject
    Broker broker;

    @Inject
    EventCatalogue catalogue;

    @Inject
    RequestScopes scopes;

    @Inject
    AppTime time;

    @Inject
    StreamListeners listeners;

    private final Ownership ownership = new Ownership();
    private final OnTheWay onTheWay = new OnTheWay();
    /** Those that wait for replicas hold up nobody else. */
    private final OnTheWay toReplicas = new OnTheWay();

    /** Which runs are for messages. */
    Ownership ownership() {
        return ownership;
    }

    /** A message on its way. */
    private record Sent(Appends.Message message, CompletionStage<String> confirmation) {
        void confirm() throws InterruptedException {
            try {
                confirmation.toCompletableFuture().get();
            } catch (ExecutionException e) {
                var cause = Objects.requireNonNullElse(e.getCause(), e);
                boolean isUnknown = Published.of(cause) == Published.UNKNOWN;
                throw new StreamUnavailableException(
                        "cannot publish to " + message.append().key() + ": " + cause.getMessage(),
                        cause,
                        isUnknown ? Outcome.UNKNOWN : Outcome.FAILED,
                        message.eventId());
            }
        }
    }

    @Override
    public void write(WriteTo output, List<Object> results, Function<Object, Type> declared, EventContext context)
            throws InterruptedException {
        ownership.check(context);
        write(
                output,
                results,
                result ->
                        result.getClass().getTypeParameters().length == 0 ? result.getClass() : declared.apply(result),
                Origin.of(context, scopes.trace()),
                context.queue());
    }

    /** Publishes payloads of this type in the name of the event that is running, if there is one. */
    void publish(WriteTo output, List<?> payloads, Type declared) {
        for (@Nullable Object payload : payloads) {
            if (payload == null) {
                throw new IllegalArgumentException(
                        "there is no payload to publish to " + output.stream().name());
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new StreamUnavailableException(
                    "interrupted before publishing to " + output.stream().name(), new InterruptedException());
        }
        var event = CurrentEvent.context();
        event.ifPresent(ownership::check);
        var origin =
                event.map(run -> Origin.of(run, scopes.trace())).orElseGet(() -> new Contexts(catalogue, time).fresh());
        var upstream = event.map(EventContext::queue).orElse(StreamEvent.AUTO);
        try {
            write(output, payloads, payload -> declared, origin, upstream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamUnavailableException(
                    "interrupted while publishing to " + output.stream().name(), e, Outcome.UNKNOWN, null);
        }
    }

    private void write(WriteTo output, List<?> values, Function<Object, Type> declared, Origin origin, String upstream)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var targets = output.targets(upstream);
        var sent = new ArrayList<Sent>(values.size() * targets.size());
        try {
            for (Object value : values) {
                var payload = new Payload(value, declared.apply(value));
                for (WriteTo.Target target : targets) {
                    var message = appends.of(payload, origin, output.stream(), target);
                    var way = message.append().replicas() > 0 ? toReplicas : onTheWay;
                    sent.add(new Sent(message, way.send(message.append(), broker)));
                }
            }
            for (Sent message : sent) {
                message.confirm();
            }
        } finally {
            count(sent, output.stream());
        }
    }

    /** At once, but for those that nobody waits for any more. */
    private void count(List<Sent> sent, StreamDefinition stream) {
        for (Sent message : sent) {
            message.confirmation()
                    .whenComplete((id, failure) -> listeners.get().published(stream, Published.of(failure)));
        }
    }
}
