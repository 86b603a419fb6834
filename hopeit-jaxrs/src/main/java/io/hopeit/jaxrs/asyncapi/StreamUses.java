package io.hopeit.jaxrs.asyncapi;

import io.hopeit.StreamEvent;
import io.hopeit.config.Names;
import io.hopeit.jaxrs.asyncapi.StreamUse.Kind;
import io.hopeit.jaxrs.asyncapi.StreamUse.Queue;
import io.hopeit.jaxrs.asyncapi.StreamUse.User;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.MessageDocs;
import io.hopeit.spi.Trigger;
import io.hopeit.spi.WriteTo;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a deployment does with streams: in the order of its events, and then of the classes that publish. */
record StreamUses(EventCatalogue catalogue, MessageDocs docs) {

    List<StreamUse> all() {
        var ofEvents = catalogue.events().stream().flatMap(event -> Stream.concat(reads(event), writes(event)));
        var ofCode = docs.publications().stream().flatMap(this::publishes);
        return Stream.concat(ofEvents, ofCode).toList();
    }

    private Stream<StreamUse> reads(EventDefinition event) {
        if (!(event.trigger() instanceof Trigger.Read read)) {
            return Stream.empty();
        }
        var payloads = docs.received(event);
        var kinds = read.policy().deadLetter() ? List.of(Kind.RECEIVE, Kind.GIVE_UP) : List.of(Kind.RECEIVE);
        return kinds.stream().flatMap(kind -> read.queues().stream()
                .map(queue -> new StreamUse(kind, new Queue(read.stream(), queue), payloads, user(event))));
    }

    private Stream<StreamUse> writes(EventDefinition event) {
        return event.output().stream()
                .flatMap(output -> writes(output, queues(event), docs.published(event), user(event)));
    }

    private static Stream<StreamUse> writes(WriteTo output, List<String> upstream, List<Type> payloads, User user) {
        return output.queues().stream()
                .flatMap(queue -> upstream.stream().map(own -> output.written(queue, own)))
                .distinct()
                .map(queue -> new StreamUse(Kind.SEND, new Queue(output.stream(), queue), payloads, user));
    }

    /** Those that its own messages come from. */
    private static List<String> queues(EventDefinition event) {
        return event.trigger() instanceof Trigger.Read read ? read.queues() : List.of(StreamEvent.AUTO);
    }

    /** An event that publishes by itself is that event; whose messages other classes publish is not known. */
    private Stream<StreamUse> publishes(MessageDocs.Publication publication) {
        var event = catalogue.events().stream()
                .filter(e -> e.beanClass() == publication.where())
                .findFirst();
        var name = Names.snake(publication.where().getSimpleName());
        return writes(
                publication.output(),
                event.map(StreamUses::queues).orElse(List.of(StreamEvent.AUTO)),
                List.of(publication.payload()),
                event.map(this::user).orElseGet(() -> new User(catalogue.app(), name, Optional.empty())));
    }

    /** Events of other applications and of plugins may have the same names. */
    private User user(EventDefinition event) {
        var id = event.id();
        boolean isOwn = id.app().equals(catalogue.app()) && id.plugin().isEmpty();
        return new User(event.app(), isOwn ? id.name() : id.key(), Optional.of(event));
    }
}
