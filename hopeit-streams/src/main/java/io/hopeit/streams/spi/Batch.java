package io.hopeit.streams.spi;

import java.util.List;
import java.util.Map;

/**
 * What one read has got.
 *
 * {@snippet :
 * void take(Batch batch) {
 *     batch.entries().forEach(entry -> handle(entry));
 *     batch.withheld().forEach((stream, ids) -> later.add(stream, ids));
 * }
 * }
 *
 * @param entries in order, of each stream
 * @param withheld ids of further entries that have been read but were too large to be held with the others, by stream;
 *     they belong to the reader and can be taken later
 * @param recreated streams whose group had gone, and was created anew; then there are no entries yet
 */
public record Batch(List<Entry> entries, Map<String, List<String>> withheld, List<String> recreated) {
    /** Nothing has arrived. */
    public static final Batch EMPTY = new Batch(List.of(), Map.of(), List.of());

    public Batch {
        entries = List.copyOf(entries);
        withheld = Map.copyOf(withheld);
        recreated = List.copyOf(recreated);
    }
}
