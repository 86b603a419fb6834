package io.hopeit.streams.engine;

/**
 * How the work on an entry has ended.
 *
 * {@snippet :
 * String text(Verdict verdict) {
 *     return switch (verdict) {
 *         case Verdict.Done done -> "acknowledged";
 *         case Verdict.Failed failed -> "tried again, or given up: " + failed.cause();
 *         case Verdict.Rejected rejected -> "a dead letter: " + rejected.message();
 *         case Verdict.Unavailable unavailable -> "tried again, as often as it takes";
 *         case Verdict.GivenUp givenUp -> "left to others";
 *     };
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public sealed interface Verdict {
    /** As it should: the entry is acknowledged. */
    Verdict DONE = new Done();

    /** It is given back, as if it had not been delivered: the consumer stops. */
    Verdict GIVEN_UP = new GivenUp();

    /** As it should. */
    record Done() implements Verdict {}

    /** Broken off. */
    record GivenUp() implements Verdict {}

    /** It has failed, and is tried again unless it has been tried too often. */
    record Failed(Throwable cause) implements Verdict {}

    /** It could not be done, through no fault of its own: it is tried again, and that does not count. */
    record Unavailable(Throwable cause) implements Verdict {}

    /**
     * It will never succeed: a dead letter at once.
     *
     * @param error the class of the error, or one word
     * @param message what is wrong with it
     */
    record Rejected(String error, String message) implements Verdict {
        /** For the log. */
        String text() {
            return error + ": " + message;
        }
    }
}
