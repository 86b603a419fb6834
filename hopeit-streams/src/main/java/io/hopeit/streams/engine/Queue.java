package io.hopeit.streams.engine;

import io.hopeit.streams.engine.Delivery.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for its turn. Of a line only the first is up; those behind it wait until it has left. Suspects come first,
 * and run alone: should one end this process, it takes nobody with it. Guarded by the engine.
 */
final class Queue {
    private final Deque<Delivery> ready = new ArrayDeque<>();
    private final Deque<Delivery> suspects = new ArrayDeque<>();
    private final Map<Object, Deque<Delivery>> lines = new HashMap<>();

    /** Lets one stand in line. */
    void add(Delivery delivery) {
        Object name = delivery.line();
        if (name == null) {
            up(delivery);
            return;
        }
        var line = lines.computeIfAbsent(name, n -> new ArrayDeque<>(2));
        line.add(delivery);
        if (line.size() == 1) {
            up(delivery);
        }
    }

    private void up(Delivery delivery) {
        (delivery.isSuspect() ? suspects : ready).add(delivery);
    }

    /** It is up once more, before all others. */
    void repeat(Delivery delivery) {
        (delivery.isSuspect() ? suspects : ready).addFirst(delivery);
    }

    /** The next one that is up; none while a suspect waits for others to end. */
    @Nullable
    Delivery next(boolean isAlone) {
        if (!suspects.isEmpty()) {
            return isAlone ? suspects.poll() : null;
        }
        return ready.poll();
    }

    /** The first one that is up and need not be alone. */
    @Nullable
    Delivery peek() {
        return ready.peek();
    }

    /** Whether somebody can begin something now. */
    boolean isWaiting(boolean isAlone) {
        return suspects.isEmpty() ? !ready.isEmpty() : isAlone;
    }

    /** It has ended, or is to go: it leaves its line, and the one behind it is up. */
    void leave(Delivery delivery) {
        Object name = delivery.line();
        if (name == null) {
            forget(delivery);
            return;
        }
        var line = lines.get(name);
        if (line == null) {
            return;
        }
        boolean wasFirst = line.peek() == delivery;
        line.remove(delivery);
        forget(delivery);
        if (line.isEmpty()) {
            lines.remove(name);
        } else if (wasFirst) {
            up(line.element());
        }
    }

    /** It and those behind it in its line. */
    List<Delivery> line(Delivery delivery) {
        Object name = delivery.line();
        var line = name == null ? null : lines.get(name);
        return line == null || line.peek() != delivery ? List.of(delivery) : List.copyOf(line);
    }

    private void forget(Delivery delivery) {
        if (delivery.state() == State.WAITING) {
            (delivery.isSuspect() ? suspects : ready).remove(delivery);
        }
    }

    boolean hasSuspect() {
        return !suspects.isEmpty();
    }

    /** How many are up. */
    int size() {
        return ready.size() + suspects.size();
    }
}
