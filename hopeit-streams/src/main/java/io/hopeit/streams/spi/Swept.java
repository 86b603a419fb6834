package io.hopeit.streams.spi;

import java.util.List;

/**
 * What one sweep has made its consumer's own.
 *
 * {@snippet :
 * CompletionStage<Taken> takeOver(GroupMember member, String stream) {
 *     return member.sweep(stream, Swept.START, Duration.ofSeconds(30), 100)
 *             .thenCompose(swept -> member.take(stream, swept.abandoned(), true));
 * }
 * }
 *
 * @param cursor where the next one is to begin; {@link #START} when all has been looked at
 * @param due ids of entries whose retry is due; they are now to be taken
 * @param abandoned ids of entries that have been idle for too long; they are now to be taken
 * @param gone ids of entries that were pending though the stream has lost them; they are pending no more
 * @param isLate whether nothing was done, because the broker got round to it so late, or its clock has leapt so far, that
 *     consumers that live look dead
 */
public record Swept(String cursor, List<String> due, List<String> abandoned, List<String> gone, boolean isLate) {
    /** Before the first pending entry. */
    public static final String START = "0-0";

    /** As it usually is. */
    public Swept(String cursor, List<String> due, List<String> abandoned, List<String> gone) {
        this(cursor, due, abandoned, gone, false);
    }

    public Swept {
        due = List.copyOf(due);
        abandoned = List.copyOf(abandoned);
        gone = List.copyOf(gone);
    }
}
