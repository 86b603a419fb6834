package io.hopeit.jaxrs.asyncapi;

import static io.hopeit.jaxrs.asyncapi.Nodes.object;
import static io.hopeit.jaxrs.asyncapi.Nodes.tags;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.App;
import io.hopeit.jaxrs.openapi.SharedSchemas;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.MessageDocs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The AsyncAPI document of a catalogue: a channel for each queue of a stream, an operation for each event that reads or
 * writes it, a schema for each type. Equal catalogues give equal documents, wherever they are deployed.
 *
 * {@snippet :
 * Optional<String> yaml(EventCatalogue catalogue, MessageDocs docs, Json json) {
 *     return new StreamsDocument(catalogue, docs, json.mapper()).json().map(StreamsDocument::yaml);
 * }
 * }
 *
 * @param catalogue the events; those without a stream are left out
 * @param docs what is known of messages
 * @param mapper how payloads are read and written
 * @hidden applications have no use for it
 */
public record StreamsDocument(EventCatalogue catalogue, MessageDocs docs, ObjectMapper mapper) {
    private static final String ASYNCAPI = "3.0.0";

    /**
     * The document; empty when nothing reads or writes a stream.
     *
     * @throws IllegalArgumentException when Jackson cannot say what a payload is in JSON; the message names its type
     */
    public Optional<ObjectNode> json() {
        var uses = new StreamUses(catalogue, docs).all();
        return uses.isEmpty() ? Optional.empty() : Optional.of(of(uses));
    }

    /** A document in YAML: the same as in JSON, one line for each value. */
    public static String yaml(ObjectNode document) {
        return Yaml.of(document);
    }

    private ObjectNode of(List<StreamUse> uses) {
        var schemas = new SharedSchemas(catalogue, mapper);
        var channels = new Channels(docs);
        var messages = new Messages(schemas, docs);
        var operations = new Operations(channels, messages);
        uses.forEach(operations::add);

        var document = object().put("asyncapi", ASYNCAPI);
        document.putObject("info")
                .put("title", catalogue.app().name())
                .put("version", catalogue.app().version())
                .set("tags", tags(apps(uses)));
        document.put("defaultContentType", "application/json");
        document.putObject("servers").set("redis", server());
        document.set("channels", channels.all());
        document.set("operations", operations.all());
        var components = document.putObject("components");
        components.set("messages", messages.all());
        components.putObject("schemas").setAll(schemas.components(messages.all().findValues("payload")));
        components.set("correlationIds", messages.correlationIds());
        if (operations.all().findValue("security") != null) {
            components.putObject("securitySchemes").set(Operations.SENDER, sender());
        }
        return document;
    }

    /** Applications and plugins that use a stream, the deployment's own first. */
    private List<String> apps(List<StreamUse> uses) {
        var using = uses.stream().map(use -> use.user().app());
        return Stream.concat(Stream.of(catalogue.app()), using)
                .distinct()
                .map(App::key)
                .toList();
    }

    /** Where it is differs by deployment, and is nobody's business who reads this. */
    private static ObjectNode server() {
        var server = object().put("host", "{host}:{port}")
                .put("protocol", "redis")
                .put("description", "Redis or Valkey, at the address that each deployment configures");
        var variables = server.putObject("variables");
        variables.putObject("host").put("description", "As in hopeit.redis.uri");
        variables.putObject("port").put("default", "6379").put("description", "As in hopeit.redis.uri");
        return server;
    }

    private ObjectNode sender() {
        return object().put("type", "httpApiKey")
                .put("name", docs.signature())
                .put("in", "header")
                .put(
                        "description",
                        "A field of the message: the signature of whoever publishes it, by which its sender and the"
                                + " sender's roles are proved");
    }
}
