package io.hopeit.sample;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.util.Map;

/** One sample on each server, each with its own files; shared by the tests that ask both, and stopped when all have run. */
record TwoServers(SampleServer helidon, SampleServer liberty) {
    private static final String QUIET = "-Dhopeit.streams.start=false";

    private static TwoServers running;

    /** Nothing runs by itself, so that both have the same to tell. */
    static synchronized TwoServers get() throws IOException {
        if (running == null) {
            running = new TwoServers(start(ServerKind.HELIDON), start(ServerKind.LIBERTY));
        }
        return running;
    }

    private static SampleServer start(ServerKind kind) throws IOException {
        var redis = EmbeddedRedis.start();
        var server = SampleServer.start(kind, redis.uri(), Map.of(), QUIET);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
