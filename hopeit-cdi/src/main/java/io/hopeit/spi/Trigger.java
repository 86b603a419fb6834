package io.hopeit.spi;

import java.util.List;

/**
 * What makes an event run.
 *
 * {@snippet :
 * String trigger(EventDefinition event) {
 *     return switch (event.trigger()) {
 *         case Trigger.Http(Trigger.Http.Method method, String path, boolean multipart) -> method + " " + path;
 *         case Trigger.Read read -> "messages for " + read.group() + " in " + read.stream().name();
 *         case Trigger.Service service -> "itself, again and again";
 *         case Trigger.Setup setup -> "the start, as number " + setup.order();
 *     };
 * }
 * }
 */
public sealed interface Trigger {
    /**
     * A request.
     *
     * @param method the HTTP method
     * @param path from the root of the server, with {@code {name}} for path parameters
     * @param multipart whether the body is a form with files
     */
    record Http(Method method, String path, boolean multipart) implements Trigger {
        /** HTTP methods that events can have. */
        public enum Method {
            /** Has no body. */
            GET(false),
            /** Has a body when the first step takes a payload. */
            POST(true),
            /** Has a body when the first step takes a payload. */
            PUT(true),
            /** Has a body when the first step takes a payload. */
            PATCH(true),
            /** Has no body. */
            DELETE(false);

            private final boolean body;

            Method(boolean body) {
                this.body = body;
            }

            /** Whether a request can have a body. */
            public boolean hasBody() {
                return body;
            }
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * A message of a stream.
     *
     * @param stream the stream
     * @param queues its queues, read together
     * @param group the consumer group, {@code simple_example.1x0.streams.process_events}
     * @param lanes in which order they are worked on, and how many at once
     * @param policy what becomes of one whose work fails
     */
    record Read(StreamDefinition stream, List<String> queues, String group, Lanes lanes, FailurePolicy policy)
            implements Trigger {
        public Read {
            queues = List.copyOf(queues);
        }

        /** With what is usual when nothing is said. */
        public Read(StreamDefinition stream, List<String> queues, String group) {
            this(stream, queues, group, Lanes.DEFAULT, FailurePolicy.DEFAULT);
        }

        /** The keys that are read: one for each queue, or for each shard of it. */
        public List<String> keys() {
            return queues.stream().flatMap(queue -> stream.keys(queue).stream()).toList();
        }

        @Override
        public String toString() {
            return "reads " + String.join(", ", keys());
        }
    }

    /** A value that the event's own source has made. */
    record Service() implements Trigger {
        @Override
        public String toString() {
            return "runs as a service";
        }
    }

    /**
     * The start of the application.
     *
     * @param order lower ones run first
     */
    record Setup(int order) implements Trigger {
        @Override
        public String toString() {
            return "runs at start";
        }
    }
}
