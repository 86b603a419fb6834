package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.Batch;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a read answers, as our connections take it apart. */
class DecodedReadTest extends ReadOutputTest {
    @Override
    Batch answer(RedisURI uri, ClientOptions options, Call<Batch> call) throws Exception {
        var opened = new CompletableFuture<Channel>();
        var runway = new Runway();
        var resources = ClientResources.builder()
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        runway.afterChannelInitialized(channel);
                        opened.complete(channel);
                    }
                })
                .build();
        var client = RedisClient.create(resources, uri);
        client.setOptions(options);
        try (var connection = client.connect(Call.CODEC)) {
            new Line(connection, (line, trouble) -> {}).send(List.of(call), Duration.ofSeconds(20));
            var batch = call.get(20, TimeUnit.SECONDS);
            assertThat(opened.join().pipeline())
                    .extracting(handler -> handler.getValue().getClass().getSimpleName())
                    .containsSubsequence("ReadDecoder", "CommandHandler");
            return batch;
        } finally {
            client.shutdown();
            resources.shutdown();
        }
    }
}
