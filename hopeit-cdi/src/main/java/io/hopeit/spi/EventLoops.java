package io.hopeit.spi;

import java.util.List;

/**
 * The loops of one kind, such as the consumers of streams. Thread-safe.
 *
 * {@snippet :
 * @Inject
 * @Any
 * Instance<EventLoops> all;
 *
 * void pauseAll() {
 *     all.stream().flatMap(kind -> kind.loops().stream()).forEach(EventLoop::pause);
 * }
 * }
 */
@FunctionalInterface
public interface EventLoops {
    /** Each of them, whatever it is doing. */
    List<EventLoop> loops();
}
