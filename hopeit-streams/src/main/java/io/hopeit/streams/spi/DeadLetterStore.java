package io.hopeit.streams.spi;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The entries of a stream that are given up, in {@link Keys#deadLetters}. Thread-safe; stages end in bounded time.
 *
 * {@snippet :
 * CompletionStage<Long> redriveSome(Broker broker, String stream, String group) {
 *     DeadLetterStore store = broker.deadLetters(stream);
 *     return store.list(group, "", 100)
 *             .thenCompose(letters -> store.redrive(group, letters.stream().map(Entry::id).toList()));
 * }
 * }
 */
public interface DeadLetterStore {
    /** Field of a dead letter: the stream it comes from. */
    String STREAM = "dlq.stream";
    /** Field of a dead letter: its id in that stream. */
    String ID = "dlq.id";
    /** Field of a dead letter: the group that has given it up. */
    String GROUP = "dlq.group";
    /** Field of a dead letter: how often it was delivered. */
    String DELIVERIES = "dlq.deliveries";
    /** Field of a dead letter: the class of the error, or {@code unreadable}. */
    String ERROR = "dlq.error";
    /** Field of a dead letter: what the error says. */
    String MESSAGE = "dlq.message";
    /** Field of a dead letter: when it was given up, ISO in UTC. */
    String TIME = "dlq.ts";

    /** Field of an entry that has been appended once more: the only group that it is for. */
    String ONLY_FOR = "redrive.group";

    /**
     * Some of a group, oldest first, after the dead letter with the id {@code after}, or from the first when that is empty.
     * None when there are no more; fewer than asked for also where they are large.
     */
    CompletionStage<List<Entry>> list(String group, String after, int count);

    /** The id of the newest one, of whichever group; empty without any. Those that come later have greater ids. */
    CompletionStage<String> newest();

    /**
     * Has dead letters of a group delivered again, to that group only and as if never delivered: as the entries they
     * were, or, when the stream has lost these, as new ones with the field {@link #ONLY_FOR}. Returns how many there were.
     *
     * @param ids of the dead letters
     */
    CompletionStage<Long> redrive(String group, List<String> ids);

    /** Deletes dead letters of a group; returns how many there were. */
    CompletionStage<Long> discard(String group, List<String> ids);
}
