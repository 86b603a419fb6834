package io.hopeit.benchmarks;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server that all contenders use, and what it is asked besides. */
final class Redis implements AutoCloseable {
    private static final Pattern CPU = Pattern.compile("used_cpu_(?:sys|user):([0-9.]+)");
    private static final int AT_ONCE = 1000;

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

    /** Orders as they look in that envelope. */
    void fill(String key, Scenario.Load load) throws IOException {
        for (int done = 0; done < load.count(); done += AT_ONCE) {
            int some = Math.min(AT_ONCE, load.count() - done);
            for (int i = done; i < done + some; i++) {
                client.add(load.envelope().append(key, i, Order.json(i, load.customers(), load.size())));
            }
            client.flush();
            for (int i = 0; i < some; i++) {
                client.skipAnswer();
            }
        }
    }

    /** A group that has read nothing. */
    void group(String key, String group) throws IOException {
        client.ask("XGROUP", "DESTROY", key, group);
        client.ask("XGROUP", "CREATE", key, group, "0");
    }

    void delete(String key) throws IOException {
        client.ask("DEL", key);
    }

    /** How many are read and not acknowledged. */
    int pending(String key, String group) throws IOException {
        return Integer.parseInt(client.ask("XPENDING", key, group).split(" ", -1)[0]);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
