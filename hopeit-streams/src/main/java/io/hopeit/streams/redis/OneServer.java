package io.hopeit.streams.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One server, or the one that sentinels name: they are asked for each connection. */
record OneServer(Server server, RedisURI uri) implements Topology {
    @Override
    public Node node(String key) {
        return Node.ONLY;
    }

    @Override
    public CompletionStage<StatefulRedisConnection<String, byte[]>> connect(Node node) {
        return server.connect(uri);
    }

    @Override
    public List<List<String>> together(List<String> keys) {
        return List.of(List.copyOf(keys));
    }
}
