package io.hopeit.streams;

import io.hopeit.WriteStream;
import io.hopeit.spi.Problems;
import io.hopeit.spi.StreamDefinition;
import io.hopeit.spi.Types;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * A place where a publisher is injected.
 *
 * @param where the class it is in
 * @param name how a developer finds it there
 * @param type what is injected
 * @param stream its qualifier
 */
record PublisherPoint(Class<?> where, String name, Type type, WriteStream stream) {

    static Optional<PublisherPoint> of(InjectionPoint point) {
        var member = point.getMember();
        return qualifier(point)
                .map(stream ->
                        new PublisherPoint(member.getDeclaringClass(), member.getName(), point.getType(), stream));
    }

    static Optional<WriteStream> qualifier(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(WriteStream.class::isInstance)
                .map(WriteStream.class::cast)
                .findFirst();
    }

    /** The type of its payloads. */
    Type payloadType() {
        return Types.argument(publisherType(), 0);
    }

    private Type publisherType() {
        return List.of(Instance.class, Provider.class).contains(Types.raw(type)) ? Types.argument(type, 0) : type;
    }

    /** Notes what is wrong with it; whether that was nothing. */
    boolean check(Problems problems) {
        int before = problems.count();
        if (Types.raw(publisherType()) != Publisher.class) {
            problems.add(
                    where,
                    "%s is @WriteStream and of type %s; a Publisher can be injected there.",
                    name,
                    Types.display(type));
        }
        if (PayloadType.isMany(Types.raw(payloadType()))) {
            problems.add(
                    where,
                    "%s publishes %s, which has no name in messages: publish each, or a record.",
                    name,
                    Types.display(payloadType()));
        }
        if (stream.value().isEmpty()) {
            problems.add(
                    where,
                    "%s is @WriteStream without the name of a stream: put it there, as in @WriteStream(\"orders\").",
                    name);
        }
        if (stream.queues().length == 0) {
            problems.add(where, "%s is @WriteStream without a queue: name one, such as AUTO.", name);
        }
        StreamDefinition.checkQueues(where, List.of(stream.queues()), problems);
        return problems.count() == before;
    }
}
