package io.hopeit.spi;

import io.hopeit.config.StreamSettings;
import java.lang.reflect.Type;
import java.util.List;

/**
 * What the module that knows streams tells of their messages, for documents about them. There is one bean of it where there
 * are streams, and none elsewhere. Thread-safe.
 *
 * {@snippet :
 * void print(MessageDocs docs, EventDefinition event, StreamSettings settings) {
 *     for (Type payload : docs.published(event)) {
 *         docs.fields(payload, settings).forEach(field -> out.println(field.name() + ": " + field.meaning()));
 *     }
 *     for (MessageDocs.Publication publication : docs.publications()) {
 *         out.println(publication.where().getName() + " writes " + publication.output().stream().name());
 *     }
 *     for (MessageDocs.Field field : docs.deadLetterFields()) {
 *         MessageDocs.Text text = field.text();
 *         out.println(field.name() + " " + text.format());
 *     }
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public interface MessageDocs {
    /**
     * A place where code publishes by itself.
     *
     * @param where the class it is in
     * @param payload the type of what it publishes
     * @param output where to
     */
    record Publication(Class<?> where, Type payload, WriteTo output) {}

    /**
     * A field of a message, beside its payload.
     *
     * @param name in Redis
     * @param meaning what it says, in a line
     * @param always whether each message has it
     * @param text what may be in it
     */
    record Field(String name, String meaning, boolean always, Text text) {}

    /**
     * The text of a field.
     *
     * @param format as in JSON schemas, {@code date-time}; empty for any
     * @param values all that it can be; empty when that is not known
     * @param inside the fields that it is made of, in the form of a URL's query; empty for all but the short form's header
     */
    record Text(String format, List<String> values, List<Field> inside) {
        /** Anything. */
        public static final Text ANY = new Text("", List.of(), List.of());

        public Text {
            values = List.copyOf(values);
            inside = List.copyOf(inside);
        }
    }

    /** All such places, in the order of their classes. */
    List<Publication> publications();

    /** The types of payloads that come to an event in messages, and not from one of its own steps; each once. */
    List<Type> received(EventDefinition event);

    /** The types of results that an event may publish to its output; each once. */
    List<Type> published(EventDefinition event);

    /** What a payload of this type is called in messages, and then by which further names it is read. */
    List<String> names(Type payload);

    /** The fields of messages with such payloads in a stream with these settings, in order. */
    List<Field> fields(Type payload, StreamSettings settings);

    /** The key in Redis of the dead letters of the stream with this key. */
    String deadLetters(String key);

    /** The fields that a dead letter has after those of the message that it was. */
    List<Field> deadLetterFields();

    /** The field that proves who has sent a message. */
    String signature();
}
