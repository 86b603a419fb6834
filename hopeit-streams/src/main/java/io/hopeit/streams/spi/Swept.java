package io.hopeit.streams.spi;

import java.util.List;

/**
 * What one sweep has made its consumer's own.
 *
 * @param cursor where the next one is to begin; {@link #START} when all has been looked at
 * @param due ids of entries whose retry is due; they are now to be taken
 * @param abandoned ids of entries that have been idle for too long; they are now to be taken
 * @param gone ids of entries that were pending though the stream has lost them; they are pending no more
 */
public record Swept(String cursor, List<String> due, List<String> abandoned, List<String> gone) {
    /** Before the first pending entry. */
    public static final String START = "0-0";

    public Swept {
        due = List.copyOf(due);
        abandoned = List.copyOf(abandoned);
        gone = List.copyOf(gone);
    }
}
