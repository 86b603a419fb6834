package io.hopeit.config;

/**
 * What is around a payload in a stream message.
 *
 * {@snippet lang="properties" :
 * hopeit.stream.orders.envelope=compact
 * }
 */
public enum Envelope implements WireName {
    /** A field for each thing that hopeit.engine says of a message: it can read them. */
    FULL("full"),
    /** Besides id and payload one field that says only what is not as usual: half the work for the server. */
    COMPACT("compact");

    private final String wireName;

    Envelope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
