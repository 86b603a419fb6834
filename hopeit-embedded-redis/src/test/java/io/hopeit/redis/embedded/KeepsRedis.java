package io.hopeit.redis.embedded;

/** Starts a Redis, prints its URI, and while the JVM shuts down says so and waits for its standard input. */
final class KeepsRedis {
    private KeepsRedis() {}

    public static void main(String[] args) throws Exception {
        var redis = EmbeddedRedis.start();
        Runtime.getRuntime().addShutdownHook(new Thread(KeepsRedis::drain));
        System.out.println(redis.uri());
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void drain() {
        System.out.println("draining");
        try {
            System.in.read();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
