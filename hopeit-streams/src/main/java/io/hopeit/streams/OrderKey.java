package io.hopeit.streams;

import io.hopeit.config.Nearest;
import io.hopeit.spi.Problems;
import io.hopeit.spi.Types;
import io.hopeit.streams.MemberPath.NoSuchMember;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What tells which messages wait for each other: a part of their payloads. Thread-safe. */
final class OrderKey {
    private final String path;
    private final Map<Class<?>, Optional<MemberPath>> paths = new ConcurrentHashMap<>();

    /** The part at a path that {@link #check} has found in the types of all payloads. */
    OrderKey(String path) {
        this.path = path;
    }

    /** Notes that it leads nowhere. */
    static void check(Class<?> event, Class<?> payload, String path, Problems problems) {
        try {
            MemberPath.of(payload, path);
        } catch (NoSuchMember e) {
            problems.add(
                    event,
                    "its messages are in the order of \"%s\", but %s, in payloads of type %s, has no \"%s\".%s",
                    path,
                    Types.display(e.type()),
                    Types.display(payload),
                    e.name(),
                    Nearest.hint(e.name(), e.candidates()));
        }
    }

    /** Its text in a payload; empty for all that have none, which so wait for each other. */
    String of(Object payload) {
        return in(payload).orElse("");
    }

    /** The same, where payloads of this class have such a part at all. */
    Optional<String> in(Object payload) {
        return paths.computeIfAbsent(payload.getClass(), this::find).map(path -> text(path.get(payload)));
    }

    private static String text(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }

    private Optional<MemberPath> find(Class<?> type) {
        try {
            return Optional.of(MemberPath.of(type, path));
        } catch (NoSuchMember e) {
            return Optional.empty(); // what only a step before makes need not have it
        }
    }
}
