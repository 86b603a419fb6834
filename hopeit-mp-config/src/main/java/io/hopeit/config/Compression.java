package io.hopeit.config;

/** How a serialized payload is compressed in a stream message; the wire names are those of hopeit.engine. */
public enum Compression implements WireName {
    /** As it is; the fastest for payloads below 1 to 2 KiB. */
    NONE("none"),
    /** An LZ4 frame; what hopeit.engine writes by default. */
    LZ4("lz4"),
    /** zlib, RFC 1950. */
    ZIP("zip"),
    /** gzip, RFC 1952. */
    GZIP("gzip");

    private final String wireName;

    Compression(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
