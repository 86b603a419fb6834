package io.hopeit.testing;

import io.hopeit.spi.EventLoop;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.spi.Broker;
import io.hopeit.streams.spi.GroupMember;
import java.util.List;

/** Whether the consumers of the application have anything left to do. For one thread. */
final class Backlog implements AutoCloseable {
    private static final String ONLOOKER = "hopeit-testing";

    /** One group of one stream, which its consumer reads unless it is stopped. */
    private record Part(EventLoop loop, String key, GroupMember member) {}

    private final List<Part> parts;

    Backlog(List<EventLoop> consumers, Broker broker) {
        parts = consumers.stream()
                .flatMap(loop -> read(loop).keys().stream()
                        .distinct()
                        .map(key -> new Part(
                                loop, key, broker.join(List.of(key), read(loop).group(), ONLOOKER, false))))
                .toList();
    }

    private static Trigger.Read read(EventLoop loop) {
        return (Trigger.Read) loop.event().trigger();
    }

    /** Whether nothing waits to be read, worked on, or tried again. Those that a test has stopped are not waited for. */
    boolean isEmpty() {
        return parts.stream()
                .filter(part -> part.loop().state() == EventLoop.State.RUNNING
                        || part.loop().state() == EventLoop.State.FAILED)
                .allMatch(Backlog::isEmpty);
    }

    private static boolean isEmpty(Part part) {
        var stats = part.member().stats(part.key()).toCompletableFuture().join();
        return stats.lag() <= 0 && stats.pending() == 0;
    }

    @Override
    public void close() {
        parts.forEach(part -> part.member().close());
    }
}
