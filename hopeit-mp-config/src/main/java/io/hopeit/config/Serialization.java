package io.hopeit.config;

/**
 * How a payload becomes bytes in a stream message; the wire names are those of hopeit.engine.
 *
 * {@snippet lang="properties" :
 * hopeit.stream.orders.serialization=json+base64
 * }
 */
public enum Serialization implements WireName {
    /** JSON in UTF-8. */
    JSON("json"),
    /** JSON in UTF-8, then Base64: a third larger, and what hopeit.engine writes by default. */
    JSON_BASE64("json+base64");

    private final String wireName;

    Serialization(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
