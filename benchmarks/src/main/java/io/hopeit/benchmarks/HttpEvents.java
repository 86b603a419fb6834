package io.hopeit.benchmarks;

import io.hopeit.GetEvent;
import io.hopeit.PostEvent;
import io.hopeit.WriteStream;
import org.jspecify.annotations.Nullable;

/** Events as those that hopeit.engine's published baseline is about. */
final class HttpEvents {
    private HttpEvents() {}

    /** Answers with nothing. */
    @GetEvent("nothing")
    static class Nothing {
        @Nullable
        Order get() {
            return null;
        }
    }

    /** Appends what it gets to a stream, compressed as by default, and answers with it. */
    @PostEvent("publish-order")
    @WriteStream("published")
    static class PublishOrder {
        Order publish(Order order) {
            return order;
        }
    }
}
