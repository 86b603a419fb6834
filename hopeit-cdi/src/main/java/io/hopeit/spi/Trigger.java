package io.hopeit.spi;

import java.util.List;

/** What makes an event run. */
public sealed interface Trigger {
    /**
     * A request.
     *
     * @param method the HTTP method
     * @param path from the root of the server, with {@code {name}} for path parameters
     */
    record Http(Method method, String path) implements Trigger {
        /** HTTP methods that events can have. */
        public enum Method {
            /** Has no body. */
            GET,
            /** Has a body when the first step takes a payload. */
            POST
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
}
