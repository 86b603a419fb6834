package io.hopeit.spi;

import java.util.List;

/** The loops of one kind, such as the consumers of streams. Thread-safe. */
@FunctionalInterface
public interface EventLoops {
    /** Each of them, whatever it is doing. */
    List<EventLoop> loops();
}
