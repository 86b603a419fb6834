package io.hopeit.config;

/**
 * How a serialized payload is compressed in a stream message. The wire names are those of hopeit.engine; the number in
 * one is the level: the higher, the smaller and the slower. A level says how to write only; whoever reads needs none.
 *
 * {@snippet lang="properties" :
 * hopeit.stream.orders.compression=lz4:16
 * hopeit.stream.pictures.compression=none
 * }
 */
public enum Compression implements WireName {
    /** As it is; the fastest for payloads below 1 to 2 KiB. */
    NONE("none", Format.NONE, 0),
    /** An LZ4 frame; what hopeit.engine writes by default. */
    LZ4("lz4", Format.LZ4, 0),
    /** An LZ4 frame, written fast. */
    LZ4_0("lz4:0", Format.LZ4, 0),
    /** An LZ4 frame, written small. */
    LZ4_16("lz4:16", Format.LZ4, 16),
    /** zlib, RFC 1950, at level 6. */
    ZIP("zip", Format.ZIP, 6),
    /** zlib, written fast. */
    ZIP_1("zip:1", Format.ZIP, 1),
    /** zlib, written small. */
    ZIP_9("zip:9", Format.ZIP, 9),
    /** gzip, RFC 1952, at level 9. */
    GZIP("gzip", Format.GZIP, 9),
    /** gzip, written fast. */
    GZIP_1("gzip:1", Format.GZIP, 1),
    /** gzip, written small. */
    GZIP_9("gzip:9", Format.GZIP, 9),
    /** bzip2 with blocks of up to 900 kB; slow. */
    BZ2("bz2", Format.BZ2, 9),
    /** bzip2 with blocks of 100 kB. */
    BZ2_1("bz2:1", Format.BZ2, 1),
    /** bzip2 with blocks of up to 900 kB. */
    BZ2_9("bz2:9", Format.BZ2, 9),
    /** LZMA2 in an xz container, at level 6; the smallest, and the slowest to write. */
    LZMA("lzma", Format.LZMA, 6);

    /**
     * What a reader has to understand.
     *
     * {@snippet :
     * Compression.LZ4_16.format(); // LZ4: whoever reads needs not know the level
     * }
     */
    public enum Format {
        /** Nothing. */
        NONE,
        /** LZ4 frames. */
        LZ4,
        /** zlib, RFC 1950. */
        ZIP,
        /** gzip, RFC 1952. */
        GZIP,
        /** bzip2. */
        BZ2,
        /** LZMA2 in an xz container. */
        LZMA
    }

    private final String wireName;
    private final Format format;
    private final int level;

    Compression(String wireName, Format format, int level) {
        this.wireName = wireName;
        this.format = format;
        this.level = level;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The format it is written in. */
    public Format format() {
        return format;
    }

    /** The level, in the format's own terms; 0 where it has none. */
    public int level() {
        return level;
    }
}
