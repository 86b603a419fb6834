package io.hopeit.spi;

import java.util.List;

/** What makes an event run. */
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
     */
    record Read(StreamDefinition stream, List<String> queues, String group) implements Trigger {
        public Read {
            queues = List.copyOf(queues);
        }

        /** The keys that are read, one for each queue. */
        public List<String> keys() {
            return queues.stream().map(stream::key).toList();
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
