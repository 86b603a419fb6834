package io.hopeit.benchmarks;

import java.io.IOException;

/** All contenders by name. */
final class Contenders {
    private Contenders() {}

    static Contender of(String name, Task task) throws IOException, InterruptedException {
        return switch (name.replaceAll("-.*", "")) {
            case "raw" -> raw(name);
            case "application" -> application(name, task);
            case "spring" -> spring(name, task);
            case "http", "served" -> http(name, task);
            default -> other(name, task);
        };
    }

    private static Contender raw(String name) {
        return switch (name) {
            case "raw-consumer" -> new RawConsumer();
            case "raw-publisher" -> new RawPublisher();
            default -> throw unknown(name);
        };
    }

    private static Contender application(String name, Task task) throws IOException {
        return switch (name) {
            case "application" -> new Application(task, ConsumeOrder.class);
            case "application-relay" -> new Application(task, RelayOrder.class);
            case "application-streams" -> new Application(task, ManyEvents.ofStreams(task.number("jvm.events")));
            case "application-groups" -> new Application(task, ManyEvents.ofGroups(task.number("jvm.events")));
            case "application-publisher" -> new Publishers.OfApplication(task);
            case "application-member" -> new ProcessMember(new Application(task, ConsumeOrder.class));
            case "application-processes" -> new Processes(task);
            default -> throw unknown(name);
        };
    }

    private static Contender spring(String name, Task task) {
        return switch (name) {
            case "spring-each" -> new SpringConsumer(task, SpringConsumer.Way.ACK_EACH);
            case "spring-batch" -> new SpringConsumer(task, SpringConsumer.Way.ACK_BATCH);
            case "spring-relay" -> new SpringConsumer(task, SpringConsumer.Way.RELAY);
            case "spring-receiver" -> new SpringReceiver(task);
            case "spring-publisher" -> new Publishers.OfSpring(task);
            case "spring-latency" -> new SpringLatency(task);
            default -> throw unknown(name);
        };
    }

    private static Contender http(String name, Task task) throws IOException {
        return switch (name) {
            case "http-event" -> new HttpServer(task, EchoOrder.class);
            case "http-resource" -> new HttpServer(task, EchoResource.class);
            case "http-open" -> new HttpServer(task, EchoOpenResource.class);
            case "http-tracked" -> new HttpServer(task, EchoResource.class, EchoFilter.class);
            case "http-nothing" -> new HttpServer(task, HttpEvents.Nothing.class);
            case "served-publisher" -> {
                System.setProperty("hopeit.redis.uri", task.uri());
                yield new HttpServer(task, HttpEvents.PublishOrder.class);
            }
            default -> throw unknown(name);
        };
    }

    private static Contender other(String name, Task task) throws IOException, InterruptedException {
        return switch (name) {
            case "engine-consumer" -> EngineConsumer.ofNothing(task);
            case "engine-relay" -> EngineConsumer.ofRelay(task);
            case "broker-publisher" -> new Publishers.OfBroker(task);
            case "lettuce-consumer" -> new LettuceConsumer(task, true);
            case "lettuce-awaited" -> new LettuceConsumer(task, false);
            case "jedis-consumer" -> new JedisConsumer(task);
            case "redisson-consumer" -> new RedissonConsumer(task);
            case "bare-latency" -> new LatencyContenders.Bare(task);
            case "redis-benchmark" -> new RedisBenchmark();
            case "start-events" -> new Startup(task, StartupClasses.EVENTS);
            case "start-resources" -> new Startup(task, StartupClasses.RESOURCES);
            case "start-liberty-events" -> new LibertyStartup(task, StartupClasses.EVENTS);
            case "start-liberty-resources" -> new LibertyStartup(task, StartupClasses.RESOURCES);
            case "liberty-event" -> LibertyHttp.event(task);
            case "liberty-resource" -> LibertyHttp.resource(task);
            case "liberty-tracked" -> LibertyHttp.tracked(task);
            case "clients" -> new HttpClients();
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("nobody is called " + name);
    }
}
