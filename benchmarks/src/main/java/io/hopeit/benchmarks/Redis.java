package io.hopeit.benchmarks;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that all contenders use, and what it is asked besides. */
final class Redis implements AutoCloseable {
    private static final Pattern CPU = Pattern.compile("used_cpu_(?:sys|user):([0-9.]+)");
    private static final int AT_ONCE = 1000;

    /** So many different messages come again and again. */
    private static final int VARIETY = 10_000;

    private final EmbeddedRedis server = EmbeddedRedis.start();
    private final RespClient client;

    Redis() throws IOException {
        this.client = new RespClient(server.port());
    }

    int port() {
        return server.port();
    }

    String version() {
        return server.description().replaceAll(" \\(.*", "");
    }

    /** All of its threads, in s. */
    double cpu() throws IOException {
        double cpu = 0;
        Matcher times = CPU.matcher(client.ask("INFO", "cpu"));
        while (times.find()) {
            cpu += Double.parseDouble(times.group(1));
        }
        return cpu;
    }

    void empty() throws IOException {
        client.ask("FLUSHALL");
    }

    /** Orders as they look in that envelope, spread over these streams in turn. */
    void fill(List<String> keys, Scenario.Load load, int count) throws IOException {
        var some = new byte[Math.min(VARIETY, count)][];
        for (int i = 0; i < some.length; i++) {
            var key = keys.get(i % keys.size());
            some[i] = load.envelope().append(key, i, Order.json(i, load.customers(), load.size()));
        }
        for (int done = 0; done < count; done += AT_ONCE) {
            int now = Math.min(AT_ONCE, count - done);
            for (int i = done; i < done + now; i++) {
                client.add(some[i % some.length]);
            }
            client.flush();
            for (int i = 0; i < now; i++) {
                client.skipAnswer();
            }
        }
    }

    /** Groups that have read nothing, or only what a consumer has that is gone. */
    void prepare(Place place, int pending) throws IOException {
        for (String key : place.keys()) {
            for (String group : place.groups()) {
                client.ask("XGROUP", "DESTROY", key, group);
                client.ask("XGROUP", "CREATE", key, group, "0");
                for (int taken = 0; taken < pending; taken += AT_ONCE) {
                    int some = Math.min(AT_ONCE, pending - taken);
                    client.add(RespClient.command(
                            "XREADGROUP", "GROUP", group, "gone", "COUNT", some, "STREAMS", key, ">"));
                    client.flush();
                    client.skipAnswer();
                }
            }
        }
    }

    void delete(String key) throws IOException {
        client.ask("DEL", key);
    }

    /** How many are read and not acknowledged. */
    int pending(Place place) throws IOException {
        int pending = 0;
        for (String key : place.keys()) {
            for (String group : place.groups()) {
                pending += Integer.parseInt(client.ask("XPENDING", key, group).split(" ", -1)[0]);
            }
        }
        return pending;
    }

    /** How many are in the stream. */
    long length(String key) throws IOException {
        return Long.parseLong(client.ask("XLEN", key));
    }

    /** Whether there is something that the group has not read. */
    boolean unread(String key, String group) throws IOException {
        return !client.ask("XREADGROUP", "GROUP", group, "last", "COUNT", 1, "STREAMS", key, ">")
                .isEmpty();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
