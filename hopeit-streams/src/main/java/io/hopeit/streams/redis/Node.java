package io.hopeit.streams.redis;

/** A server of a cluster; {@link #ONLY} where there is no cluster. */
record Node(String host, int port) {
    static final Node ONLY = new Node("", 0);
}
