package io.hopeit.streams;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.hopeit.DataObject;
import io.hopeit.config.Nearest;
import io.hopeit.spi.FreshIds;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Timestamps;
import io.hopeit.spi.Types;
import io.hopeit.streams.MemberPath.NoSuchMember;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class is called in messages, and where the ids and times of its instances are: its {@link DataObject}. */
final class PayloadType {
    private static final ClassValue<PayloadType> TYPES = new ClassValue<>() {
        @Override
        protected PayloadType computeValue(Class<?> type) {
            return read(type);
        }
    };
    private static final List<Class<?>> TIMES =
            List.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class, String.class);

    private final String name;
    private final List<String> aliases;
    private final boolean isMany;
    private final @Nullable MemberPath id;
    private final @Nullable MemberPath time;

    private PayloadType(
            String name, List<String> aliases, boolean isMany, @Nullable MemberPath id, @Nullable MemberPath time) {
        this.name = name;
        this.aliases = aliases;
        this.isMany = isMany;
        this.id = id;
        this.time = time;
    }

    /**
     * That of a class.
     *
     * @throws IllegalArgumentException when a path of its {@link DataObject} leads nowhere
     */
    static PayloadType of(Class<?> type) {
        return TYPES.get(type);
    }

    /**
     * That of a value that is published.
     *
     * @throws IllegalArgumentException when a path of its {@link DataObject} leads nowhere, or it has no name
     */
    static PayloadType ofPublished(Object value) {
        var type = of(value.getClass());
        if (type.isMany) {
            throw new IllegalArgumentException(
                    "%s has no name in messages: publish each of its values, or a record that has it"
                            .formatted(value.getClass().getName()));
        }
        return type;
    }

    private static PayloadType read(Class<?> type) {
        var annotation = type.getAnnotation(DataObject.class);
        if (annotation == null) {
            return new PayloadType(type.getName(), List.of(), isMany(type), null, null);
        }
        try {
            return new PayloadType(
                    annotation.value().isEmpty() ? type.getName() : annotation.value(),
                    List.of(annotation.aliases()),
                    false,
                    path(type, annotation.eventId()),
                    path(type, annotation.eventTs()));
        } catch (NoSuchMember e) {
            throw new IllegalArgumentException(type.getName() + ": @DataObject leads nowhere", e);
        }
    }

    private static @Nullable MemberPath path(Class<?> type, String path) throws NoSuchMember {
        return path.isEmpty() ? null : MemberPath.of(type, path);
    }

    /** Notes aliases without a name, and paths that lead nowhere, or to something that is no time. */
    static void check(Class<?> type, Problems problems) {
        var annotation = type.getAnnotation(DataObject.class);
        if (annotation == null) {
            return;
        }
        if (List.of(annotation.aliases()).contains("")) {
            problems.add(type, "@DataObject has an empty alias; name what the type was called, or leave it out.");
        }
        check(type, "eventId", annotation.eventId(), problems);
        var time = check(type, "eventTs", annotation.eventTs(), problems);
        if (time != null && TIMES.stream().noneMatch(allowed -> Types.mayBe(time.type(), allowed))) {
            problems.add(
                    type,
                    "@DataObject has eventTs = \"%s\", which is of type %s; a time is an Instant, OffsetDateTime, "
                            + "ZonedDateTime or String.",
                    annotation.eventTs(),
                    Types.display(time.type()));
        }
    }

    private static @Nullable MemberPath check(Class<?> type, String member, String path, Problems problems) {
        try {
            return path(type, path);
        } catch (NoSuchMember e) {
            problems.add(
                    type,
                    "@DataObject has %s = \"%s\", but %s has no \"%s\".%s",
                    member,
                    path,
                    Types.display(e.type()),
                    e.name(),
                    Nearest.hint(e.name(), e.candidates()));
            return null;
        }
    }

    /** The types of what is written as a type: those that a sealed one permits, and those that Jackson is told of. */
    static Stream<Type> all(Type declared) {
        return all(declared, new HashSet<>());
    }

    private static Stream<Type> all(Type declared, Set<Type> seen) {
        return Types.permitted(declared).filter(seen::add).flatMap(type -> {
            var below = Types.raw(type).getAnnotation(JsonSubTypes.class);
            if (below == null) {
                return Stream.of(type);
            }
            return Stream.concat(
                    Stream.of(type).filter(self -> isMade(Types.raw(self))),
                    Arrays.stream(below.value()).map(JsonSubTypes.Type::value).flatMap(each -> all(each, seen)));
        });
    }

    /** Whether a message can be called after it: it can be made, or has a name of its own. */
    static boolean isMade(Class<?> type) {
        boolean isOpen = type == Object.class || Modifier.isAbstract(type.getModifiers());
        return !isMany(type) && (!isOpen || type.isAnnotationPresent(DataObject.class));
    }

    /** Whether it has many values in it, and no name for what they are. */
    static boolean isMany(Class<?> type) {
        return !type.isAnnotationPresent(DataObject.class)
                && (Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) || type.isArray());
    }

    /** What the class is called in messages. */
    String name() {
        return name;
    }

    /** All that it may be called in messages that are read. */
    Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).distinct();
    }

    /** The payload's id; a random one when it has none. */
    String id(Object payload) {
        var found = id == null ? null : id.get(payload);
        var text = found == null ? "" : found.toString();
        return text.isEmpty() ? FreshIds.random() : text;
    }

    /** The payload's time, or the empty string when it has none. */
    String time(Object payload) {
        return switch (time == null ? null : time.get(payload)) {
            case null -> "";
            case Instant instant -> Timestamps.iso(instant);
            case OffsetDateTime there -> Timestamps.iso(there.toInstant());
            case ZonedDateTime there -> Timestamps.iso(there.toInstant());
            case Object other -> other.toString();
        };
    }
}
