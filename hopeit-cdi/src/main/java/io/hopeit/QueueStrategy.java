package io.hopeit;

/** What an event that was triggered by a message of some queue does with the name of that queue when it publishes. */
public enum QueueStrategy {
    /** Forgets it: results go to the queues that are named. */
    DROP,
    /** Hands it on: results carry its name, and {@link StreamEvent#AUTO} stands for it. */
    PROPAGATE
}
