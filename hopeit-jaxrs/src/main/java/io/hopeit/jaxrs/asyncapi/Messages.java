package io.hopeit.jaxrs.asyncapi;

import static io.hopeit.jaxrs.asyncapi.Nodes.object;
import static io.hopeit.jaxrs.asyncapi.Nodes.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.TrackIds;
import io.hopeit.config.Envelope;
import io.hopeit.config.StreamSettings;
import io.hopeit.jaxrs.openapi.SharedSchemas;
import io.hopeit.spi.MessageDocs;
import io.hopeit.spi.Types;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/** Describes payloads in messages: one for each type, and for each form that it is written in. Not thread-safe. */
final class Messages {
    private static final String REQUEST = "request";
    private static final String REQUEST_IN_HEADER = "request-in-header";

    private final ObjectNode all = object();
    private final ObjectNode correlationIds = object();
    private final Ids ids = new Ids();
    private final SharedSchemas schemas;
    private final MessageDocs docs;

    /** What two messages have to differ in to be two. */
    private record Form(JsonNode payload, List<String> names, String written, boolean isDeadLetter) {}

    Messages(SharedSchemas schemas, MessageDocs docs) {
        this.schemas = schemas;
        this.docs = docs;
    }

    ObjectNode all() {
        return all;
    }

    /** How messages say which request they belong to. */
    ObjectNode correlationIds() {
        return correlationIds;
    }

    /** The id of the message that a payload of this type is in. */
    String of(Type payload, StreamSettings settings, boolean isDeadLetter) {
        var schema = schema(payload);
        var written = written(settings.publish());
        var name = name(payload, schema) + (isDeadLetter ? "-dead-letter" : "");
        var form = new Form(schema, docs.names(payload), written, isDeadLetter);
        var id = ids.of(form, name, name + "-" + written);
        if (!all.has(id)) {
            all.set(id, message(payload, schema, settings, isDeadLetter));
        }
        return id;
    }

    private static String written(StreamSettings.Publish publish) {
        var form =
                publish.serialization().wireName() + "-" + publish.compression().wireName();
        return publish.envelope() == Envelope.FULL
                ? form
                : form + "-" + publish.envelope().wireName();
    }

    private JsonNode schema(Type payload) {
        try {
            return schemas.of(payload);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s is in messages of streams, and Jackson cannot tell what it is in JSON: %s"
                            .formatted(payload.getTypeName(), e.getMessage()),
                    e);
        }
    }

    private static String name(Type payload, JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? Types.display(payload) : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private ObjectNode message(Type payload, JsonNode schema, StreamSettings settings, boolean isDeadLetter) {
        var fields = docs.fields(payload, settings);
        var publish = settings.publish();
        var message = object().put("name", docs.names(payload).getFirst())
                .put("title", name(payload, schema) + (isDeadLetter ? ", given up" : ""))
                .put("contentType", "application/json");
        var more = isDeadLetter ? docs.deadLetterFields() : List.<MessageDocs.Field>of();
        message.set("headers", HeaderSchemas.of(Stream.concat(fields.stream(), more.stream())));
        message.set("payload", schema);
        message.set("correlationId", reference("#/components/correlationIds/" + correlation(publish.envelope())));
        message.putObject("x-hopeit-format")
                .put("envelope", publish.envelope().wireName())
                .put("serialization", publish.serialization().wireName())
                .put("compression", publish.compression().wireName());
        return message;
    }

    private String correlation(Envelope envelope) {
        var id =
                switch (envelope) {
                    case FULL -> REQUEST;
                    case COMPACT -> REQUEST_IN_HEADER;
                };
        if (!correlationIds.has(id)) {
            var text = envelope == Envelope.FULL
                    ? "The request that began it all"
                    : "The request that began it all: " + TrackIds.REQUEST_ID + " in it";
            var field = envelope == Envelope.FULL ? TrackIds.REQUEST_ID : "header";
            correlationIds.putObject(id).put("description", text).put("location", "$message.header#/" + field);
        }
        return id;
    }
}
