package io.hopeit.streams;

/** What an entry of a stream turns out to be. */
sealed interface Decoded {
    /**
     * A message that the event has a step for.
     *
     * @param payload of one of the types that were asked for
     * @param id the payload's id
     * @param type the payload type's name in messages
     * @param origin the request it belongs to, as it says
     * @param queue the queue's name in the message
     */
    record Message(Object payload, String id, String type, Origin origin, String queue) implements Decoded {}

    /**
     * Anything else, which will be no message the next time either.
     *
     * @param reason on one line of bounded length, whatever the entry holds
     */
    record Malformed(String reason) implements Decoded {
        public Malformed {
            reason = LogText.clean(reason);
        }
    }
}
