package io.hopeit.benchmarks;

import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Ours, complete: an application in Weld SE with metrics, whose event gets the messages as records. */
final class Application implements Contender {
    private final WeldContainer container;

    Application(Task task, Class<?>... beans) {
        configure(task);
        // a line for each message would be what is measured
        Logger.getLogger("").setLevel(Level.WARNING);
        this.container = new Weld().addBeanClasses(beans).initialize();
    }

    @Override
    public void prepare(Task task) {
        Tally.DONE.reset();
        Pause.current = new Pause(
                Long.parseLong(task.options().getOrDefault("least", "0")),
                Long.parseLong(task.options().getOrDefault("most", "0")));
    }

    private static void configure(Task task) {
        System.setProperty("hopeit.app.name", "bench");
        System.setProperty("hopeit.redis.uri", task.uri());
        System.setProperty("hopeit.redis.command-timeout", "PT10S");
        System.setProperty("hopeit.streams.start", "false");
        System.setProperty("hopeit.stream-defaults.serialization", "json");
        System.setProperty("hopeit.stream-defaults.compression", "none");
        task.options().forEach((name, value) -> {
            if (name.startsWith("hopeit.")) {
                System.setProperty(name, value);
            }
        });
    }

    WeldContainer container() {
        return container;
    }

    @Override
    public Map<String, Double> run(Task task) throws Exception {
        var consumer = consumer();
        consumer.start();
        Tally.await(task.count());
        while (!Integer.valueOf(0).equals(consumer.details().get("inFlight"))) {
            LockSupport.parkNanos(500_000);
        }
        long end = System.nanoTime();
        consumer.stop();
        return Map.of("end", (double) end);
    }

    EventLoop consumer() {
        return container().select(EventLoops.class).stream()
                .flatMap(loops -> loops.loops().stream())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        container.close();
    }
}
