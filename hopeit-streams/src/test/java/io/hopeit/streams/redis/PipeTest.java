package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A call for which there is no memory when it is to be sent. */
    private static final class Unbearable extends AbstractList<Call<?>> {
        private final Call<String> call;
        private boolean isRefused;

        Unbearable(Call<String> call) {
            this.call = call;
        }

        @Override
        public Call<?> get(int index) {
            if (!isRefused) {
                isRefused = true;
                throw new OutOfMemoryError("no memory");
            }
            return call;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static Call<String> ping() {
        return Call.status(CommandType.PING, Call.args());
    }

    private static String answer(Pipe pipe) throws Exception {
        var ping = ping();
        pipe.submit(new Round<>(List.of(ping), ping, 1));
        return ping.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void anErrorWhileItSendsIsTheEndOfOneConnectionOnly() throws Exception {
        try (var redis = EmbeddedRedis.start();
                var server = new Server(RedisBrokerTest.settings(redis.uri()))) {
            var uri = RedisURI.create(redis.uri());
            var link = new Link(server, new Outages("here"), () -> server.connect(uri)).open();
            var first = link.present().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            try (var pipe = new Pipe(link, PATIENCE)) {
                var unbearable = ping();
                pipe.submit(new Round<>(new Unbearable(unbearable), unbearable, 1));

                assertThat(unbearable).isCompletedExceptionally();
                await().atMost(PATIENCE).ignoreExceptions().until(() -> answer(pipe)
                        .equals("PONG"));
                assertThat(first.isBroken()).isTrue();
            }
        }
    }
}
