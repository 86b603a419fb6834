package io.hopeit.streams.spi;

import java.util.List;

/**
 * What one sweep has made its consumer's own.
 *
 * @param cursor where the next one is to begin; {@link #START} when all has been looked at
 * @param ids of the entries, which are now to be taken
 * @param gone ids of entries that were pending though the stream has lost them; they are pending no more
 */
public record Swept(String cursor, List<String> ids, List<String> gone) {
    /** Before the first pending entry. */
    public static final String START = "0-0";

    public Swept {
        ids = List.copyOf(ids);
        gone = List.copyOf(gone);
    }
}
