package io.hopeit.sample;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;

/** The sample that tests share: started by the first that asks, and stopped when all have run. */
final class RunningSample {
    private static SampleServer server;

    private RunningSample() {}

    static synchronized SampleServer get() throws IOException {
        if (server == null) {
            var redis = SampleServer.isElsewhere() ? null : EmbeddedRedis.start();
            var started = SampleServer.start(redis);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            server = started;
        }
        return server;
    }
}
