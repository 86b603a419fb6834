package io.hopeit;

/** Which messages of a stream wait for others before an event works on them. */
public enum Order {
    /** None: the event is as fast as it goes, and messages can overtake each other. */
    NONE,
    /**
     * Those with equal keys: one is worked on after another, in the order of the stream. A slow key delays only itself,
     * and a message that waits for another try delays only those with its key.
     */
    KEY,
    /** All of a queue: one is worked on after another, in the order of the stream. */
    STREAM
}
