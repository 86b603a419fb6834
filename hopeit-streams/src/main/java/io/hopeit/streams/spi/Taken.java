package io.hopeit.streams.spi;

import java.util.List;

/**
 * Entries that belong to a consumer.
 *
 * {@snippet :
 * CompletionStage<Void> retry(GroupMember member, String stream, List<String> due) {
 *     return member.take(stream, due, false).thenAccept(taken -> taken.entries().forEach(entry -> handle(entry)));
 * }
 * }
 *
 * @param entries in the order that was asked for
 * @param gone ids of entries that were pending though the stream has lost them; they are pending no more
 */
public record Taken(List<Entry> entries, List<String> gone) {
    public Taken {
        entries = List.copyOf(entries);
        gone = List.copyOf(gone);
    }
}
