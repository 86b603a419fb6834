package io.hopeit.sample.model;

/** What can have happened to a {@link Something}. */
public enum StatusType {
    /** It was made. */
    NEW,
    /** It was read from the store. */
    LOADED,
    /** It was published to a stream. */
    SUBMITTED,
    /** It was taken from a stream. */
    PROCESSED
}
