package io.hopeit.jaxrs.asyncapi;

import static io.hopeit.jaxrs.asyncapi.Nodes.object;
import static io.hopeit.jaxrs.asyncapi.Nodes.reference;
import static io.hopeit.jaxrs.asyncapi.Nodes.references;
import static io.hopeit.jaxrs.asyncapi.Nodes.tags;
import static io.hopeit.jaxrs.asyncapi.Nodes.texts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.StreamEvent;
import io.hopeit.jaxrs.asyncapi.StreamUse.Kind;
import io.hopeit.jaxrs.asyncapi.StreamUse.User;
import io.hopeit.spi.Docs;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Trigger;
import java.util.List;

/** Describes what is done with channels. Not thread-safe. */
final class Operations {
    /** The scheme by which a message proves who has sent it. */
    static final String SENDER = "sender";

    private final ObjectNode all = object();
    private final Ids ids = new Ids();
    private final Channels channels;
    private final Messages messages;

    /** Whoever publishes to a channel in several ways has one operation for it. */
    private record Doing(Kind kind, String channel, User user) {}

    Operations(Channels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    ObjectNode all() {
        return all;
    }

    void add(StreamUse use) {
        boolean isDeadLetter = use.kind() == Kind.GIVE_UP;
        var channel = channels.of(use.queue(), isDeadLetter);
        var settings = use.queue().stream().settings();
        var described = use.payloads().stream()
                .map(payload -> messages.of(payload, settings, isDeadLetter))
                .distinct()
                .toList();
        var references = channels.add(channel, described);
        var wanted = wanted(use);
        var id = ids.of(new Doing(use.kind(), channel, use.user()), wanted, wanted + "." + channel);
        if (all.has(id)) {
            addMessages((ArrayNode) all.get(id).get("messages"), references);
        } else {
            all.set(id, operation(use, channel, references));
        }
    }

    private static String wanted(StreamUse use) {
        var id = use.user().name() + "." + use.kind().suffix();
        var queue = use.queue().name();
        return queue.equals(StreamEvent.AUTO) ? id : id + "." + queue;
    }

    private static void addMessages(ArrayNode known, List<String> references) {
        references.stream()
                .filter(to -> known.findValuesAsText("$ref").stream().noneMatch(to::equals))
                .forEach(to -> known.add(reference(to)));
    }

    private static ObjectNode operation(StreamUse use, String channel, List<String> references) {
        var operation = object().put("action", use.kind().action());
        operation.set("channel", reference("#/channels/" + channel));
        operation.put("title", use.user().name());
        use.user().event().ifPresent(event -> describe(operation, use.kind(), event));
        operation.set("tags", tags(List.of(use.user().app().key())));
        operation.set("messages", references(references));
        return operation;
    }

    private static void describe(ObjectNode operation, Kind kind, EventDefinition event) {
        if (kind == Kind.GIVE_UP) {
            operation.put("summary", "What has failed for good");
        } else {
            tell(operation, event.docs());
        }
        operation.put("x-hopeit-event", event.id().key());
        if (event.trigger() instanceof Trigger.Read read && kind == Kind.RECEIVE) {
            operation.set("x-hopeit-consumer", consumer(read));
            event.access().roles().ifPresent(roles -> {
                operation.putArray("security").add(reference("#/components/securitySchemes/" + SENDER));
                operation.set("x-roles", texts(roles));
            });
        }
    }

    private static void tell(ObjectNode operation, Docs docs) {
        if (!docs.summary().isEmpty()) {
            operation.put("summary", docs.summary());
        }
        if (!docs.description().isEmpty()) {
            operation.put("description", docs.description());
        }
    }

    private static ObjectNode consumer(Trigger.Read read) {
        var consumer = object().put("group", read.group())
                .put("order", read.lanes().order().name())
                .put("concurrency", read.lanes().concurrency())
                .put("maxDeliveries", read.policy().maxDeliveries())
                .put("deadLetter", read.policy().deadLetter());
        return read.lanes().key().isEmpty()
                ? consumer
                : consumer.put("key", read.lanes().key());
    }
}
