package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Calls for which there is no memory. */
    private static final class Unbearable extends AbstractList<Call<?>> {
        @Override
        public Call<?> get(int index) {
            throw new OutOfMemoryError("no memory");
        }

        @Override
        public int size() {
            return 1;
        }
    }

    @Test
    void anErrorWhileItSendsIsNotTheEnd() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var server = new Server(RedisBrokerTest.settings(redis.uri()))) {
            var uri = RedisURI.create(redis.uri());
            var link = new Link(server, new Outages("here"), () -> server.connect(uri)).open();
            link.present().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            try (var pipe = new Pipe(link, PATIENCE)) {
                pipe.submit(new Round<>(new Unbearable(), new CompletableFuture<>(), 1));
                var ping = Call.status(CommandType.PING, Call.args());
                pipe.submit(new Round<>(List.of(ping), ping, 1));

                assertThat(ping.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("PONG");
            }
        }
    }
}
