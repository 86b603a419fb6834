package io.hopeit.jaxrs.asyncapi;

import io.hopeit.App;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.StreamDefinition;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does with a queue of a stream.
 *
 * @param kind what it is
 * @param queue the queue
 * @param payloads the types of payloads that are in the messages
 * @param user who does it
 */
record StreamUse(Kind kind, Queue queue, List<Type> payloads, User user) {
    StreamUse {
        payloads = List.copyOf(payloads);
    }

    /** What is done. */
    enum Kind {
        /** Messages are read. */
        RECEIVE("receive", "receive"),
        /** Messages are published. */
        SEND("send", "send"),
        /** Messages that were read are given up. */
        GIVE_UP("send", "dead-letter");

        private final String action;
        private final String suffix;

        Kind(String action, String suffix) {
            this.action = action;
            this.suffix = suffix;
        }

        /** As AsyncAPI says it. */
        String action() {
            return action;
        }

        /** What tells the operations of a user apart. */
        String suffix() {
            return suffix;
        }
    }

    /** One of a stream's queues. */
    record Queue(StreamDefinition stream, String name) {}

    /**
     * Who it is.
     *
     * @param name that of the event, or of the class that publishes
     * @param event the event, unless it is another class
     */
    record User(App app, String name, Optional<EventDefinition> event) {}
}
