package io.hopeit.streams.engine;

/** How an entry has come to this consumer. */
enum Arrival {
    /** It was read; that delivery has been counted. */
    NEW,
    /** It is to be tried again; another delivery, which is counted when the work on it begins. */
    DUE,
    /** Another consumer has left it lying; another delivery, which is counted when the work on it begins. */
    ABANDONED
}
