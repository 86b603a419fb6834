package io.hopeit.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * The dead letters of an event. Thread-safe; each method blocks until it is done, throws {@link
 * io.hopeit.StreamUnavailableException} when it cannot be, and {@link IllegalArgumentException} for what is no id.
 *
 * {@snippet :
 * void putBackAll(EventLoop loop) {
 *     loop.deadLetters().ifPresent(letters ->
 *             letters.redrive(letters.list("", 100).stream().map(DeadLetter::id).toList()));
 * }
 * }
 */
public interface DeadLetters {
    /**
     * The oldest ones: none only when there are no more, and fewer than asked for also where they are large.
     *
     * @param after begins after the one with this id, which need not be there any more; empty to begin with the first
     * @param count at most this many, at least 1
     */
    List<DeadLetter> list(String after, int count);

    /** Puts them back as messages that have never been delivered; returns how many of them there were. */
    long redrive(List<String> ids);

    /** Deletes them for good; returns how many of them there were. */
    long discard(List<String> ids);

    /**
     * Puts back all that there are now, and none twice that fails again meanwhile; returns how many there were. By default
     * the ids of all are listed first, which is not for those who may have many.
     */
    default long redriveAll() {
        return redrive(ids());
    }

    /** Deletes all that there are now for good; returns how many there were. By default as {@link #redriveAll()} does it. */
    default long discardAll() {
        return discard(ids());
    }

    private List<String> ids() {
        var ids = new ArrayList<String>();
        var some = list("", 1000);
        while (!some.isEmpty()) {
            some.forEach(letter -> ids.add(letter.id()));
            some = list(some.getLast().id(), 1000);
        }
        return ids;
    }
}
