package io.hopeit.benchmarks;

import java.io.IOException;

/** All contenders by name. */
final class Contenders {
    private Contenders() {}

    static Contender of(String name, Task task) throws IOException {
        return switch (name) {
            case "raw-consumer" -> new RawConsumer(1);
            case "raw-consumer-ahead" -> new RawConsumer(2);
            case "engine-consumer" -> new EngineConsumer(task);
            case "application" -> new Application(task, ConsumeOrder.class);
            case "spring-each" -> new SpringConsumer(task, SpringConsumer.Way.ACK_EACH);
            case "spring-batch" -> new SpringConsumer(task, SpringConsumer.Way.ACK_BATCH);
            case "spring-relay" -> new SpringConsumer(task, SpringConsumer.Way.RELAY);
            case "lettuce-consumer" -> new LettuceConsumer(task);
            case "jedis-consumer" -> new JedisConsumer(task);
            case "redisson-consumer" -> new RedissonConsumer(task);
            case "application-relay" -> new Application(task, RelayOrder.class);
            case "raw-publisher" -> new RawPublisher();
            case "broker-publisher" -> new Publishers.OfBroker(task);
            case "application-publisher" -> new Publishers.OfApplication(task);
            case "spring-publisher" -> new Publishers.OfSpring(task);
            case "application-latency" ->
                new LatencyContenders.OfApplication(new Application(task, ConsumeOrder.class));
            case "bare-latency" -> new LatencyContenders.Bare(task);
            case "http-event" -> new HttpServer(EchoOrder.class);
            case "http-resource" -> new HttpServer(EchoResource.class);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }
}
