package io.hopeit.streams.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Which server has which key, as far as is known. Thread-safe. */
interface Topology {
    /** The one that has this key now. */
    Node node(String key);

    /** A new connection to it. */
    CompletionStage<StatefulRedisConnection<String, byte[]>> connect(Node node);

    /** Groups keys so that those of a group can be named in one command. */
    List<List<String>> together(List<String> keys);

    /** Begins to look for changes, if there can be any, and tells which servers are in use after each one. */
    default void begin(Consumer<Set<Node>> changed) {}

    /** This server has said that another one has the key, for good. */
    default void moved(String key, Node to) {}

    /** Servers that are in use have changed, perhaps. */
    default void doubt() {}
}
