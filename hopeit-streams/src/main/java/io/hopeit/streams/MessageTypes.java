package io.hopeit.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Step;
import io.hopeit.spi.Types;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types of messages that an event takes, by their names and aliases in messages: those of its steps' payloads, and of a sealed
 * one all that it permits, of one with Jackson's {@code @JsonSubTypes} all that these list. No other type is ever read, and none from senders who may not use the event.
 */
final class MessageTypes {
    /** One of them, and what it is called. */
    record Named(String name, Type type) {}

    private final WireNames<Named> byName;
    private final Senders senders;

    /** From anybody. */
    MessageTypes(Map<String, Type> byName) {
        this(byName, Senders.ANYBODY);
    }

    private MessageTypes(Map<String, Type> byName, Senders senders) {
        var named = new LinkedHashMap<String, Named>();
        byName.forEach((name, type) -> named.put(name, new Named(name, type)));
        this.byName = WireNames.of(named);
        this.senders = senders;
    }

    /** Who may have sent them. */
    Senders senders() {
        return senders;
    }

    static MessageTypes of(EventDefinition event) {
        var byName = new LinkedHashMap<String, Type>();
        named(event).forEach((name, types) -> byName.put(name, types.iterator().next()));
        return new MessageTypes(byName, Senders.of(event));
    }

    /** Notes types that messages cannot tell apart. */
    static void check(EventDefinition event, Problems problems) {
        named(event).forEach((name, types) -> {
            if (types.size() > 1) {
                problems.add(
                        event.beanClass(),
                        "its payload types %s are all called \"%s\" in messages; give each a @DataObject name of its "
                                + "own.",
                        types.stream().map(Types::display).collect(Collectors.joining(" and ")),
                        name);
            }
        });
    }

    private static Map<String, Set<Type>> named(EventDefinition event) {
        var named = new LinkedHashMap<String, Set<Type>>();
        event.steps().stream()
                .map(Step::payloadType)
                .flatMap(Optional::stream)
                .flatMap(PayloadType::all)
                .forEach(type -> PayloadType.of(Types.raw(type)).names().forEach(name -> named.computeIfAbsent(
                                name, n -> new LinkedHashSet<>())
                        .add(type)));
        return named;
    }

    Named find(byte[] name) throws Unreadable {
        var type = byName.find(name);
        if (type == null) {
            throw new Unreadable("\"%s\" is no type that the event takes", new String(name, UTF_8));
        }
        return type;
    }
}
