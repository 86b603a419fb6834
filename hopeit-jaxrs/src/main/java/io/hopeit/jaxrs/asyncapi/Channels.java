package io.hopeit.jaxrs.asyncapi;

import static io.hopeit.jaxrs.asyncapi.Nodes.object;
import static io.hopeit.jaxrs.asyncapi.Nodes.reference;
import static io.hopeit.jaxrs.asyncapi.Nodes.texts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hopeit.StreamEvent;
import io.hopeit.jaxrs.asyncapi.StreamUse.Queue;
import io.hopeit.spi.MessageDocs;
import java.util.List;
import java.util.stream.IntStream;

/** Describes each queue of a stream, and its dead letters, as a channel. Not thread-safe. */
final class Channels {
    private static final String DEAD_LETTERS = ".dlq";

    private final ObjectNode all = object();
    private final Ids ids = new Ids();
    private final MessageDocs docs;

    Channels(MessageDocs docs) {
        this.docs = docs;
    }

    ObjectNode all() {
        return all;
    }

    /** The id of the queue's channel, or of that of its dead letters. */
    String of(Queue queue, boolean deadLetters) {
        var key = queue.stream().key(queue.name());
        var wanted = deadLetters ? key + DEAD_LETTERS : key;
        var id = ids.of(wanted, wanted, wanted);
        if (!all.has(id)) {
            all.set(id, deadLetters ? deadLetters(queue) : messages(queue));
        }
        return id;
    }

    /** Adds messages to a channel, and says how an operation refers to them. */
    List<String> add(String channel, List<String> messages) {
        var known = all.get(channel).withObject("/messages");
        messages.forEach(message -> known.set(message, reference("#/components/messages/" + message)));
        return messages.stream()
                .map(message -> "#/channels/" + channel + "/messages/" + message)
                .toList();
    }

    private static ObjectNode messages(Queue queue) {
        var keys = queue.stream().keys(queue.name());
        var key = queue.stream().key(queue.name());
        var channel = object();
        if (hasBraces(key) || keys.size() == 1) {
            address(channel, keys);
        } else {
            channel.put("address", key + ".shard-{shard}");
            var shards =
                    IntStream.range(0, keys.size()).mapToObj(Integer::toString).toList();
            parameter(channel, "shard", "Which part: by a hash of the order key, or of the id", shards);
        }
        return named(channel, queue, title(queue), keys);
    }

    private ObjectNode deadLetters(Queue queue) {
        var keys = queue.stream().keys(queue.name()).stream()
                .map(docs::deadLetters)
                .toList();
        var channel = object();
        address(channel, keys);
        return named(channel, queue, "Dead letters of " + title(queue), keys);
    }

    private static String title(Queue queue) {
        var name = queue.stream().name();
        return queue.name().equals(StreamEvent.AUTO) ? name : name + ", queue " + queue.name();
    }

    /** In an address braces are around a parameter: a key that has some is the value of one. */
    private static void address(ObjectNode channel, List<String> keys) {
        if (keys.size() == 1 && !hasBraces(keys.getFirst())) {
            channel.put("address", keys.getFirst());
        } else {
            channel.put("address", "{key}");
            parameter(channel, "key", "The key in Redis, in which braces are braces", keys);
        }
    }

    private static boolean hasBraces(String key) {
        return key.contains("{") || key.contains("}");
    }

    private static void parameter(ObjectNode channel, String name, String description, List<String> values) {
        var parameter = channel.putObject("parameters").putObject(name).put("description", description);
        parameter.set("enum", texts(values));
        if (values.size() == 1) {
            parameter.put("default", values.getFirst());
        }
    }

    private static ObjectNode named(ObjectNode channel, Queue queue, String title, List<String> keys) {
        channel.put("title", title);
        channel.putObject("messages");
        channel.putObject("x-hopeit-stream")
                .put("name", queue.stream().name())
                .put("queue", queue.name())
                .set("keys", texts(keys));
        return channel;
    }
}
