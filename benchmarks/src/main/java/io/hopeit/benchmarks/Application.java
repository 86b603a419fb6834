package io.hopeit.benchmarks;

import io.hopeit.spi.EventLoop;
import io.hopeit.spi.EventLoops;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Ours, complete: an application in Weld SE with metrics, whose events get the messages as records. */
final class Application implements Contender {
    private final WeldContainer container;

    Application(Task task, Class<?>... beans) {
        configure(task);
        // a line for each message would be what is measured
        Logger.getLogger("").setLevel(Level.WARNING);
        if (task.has("jvm.spans")) {
            Spans.record();
        }
        this.container = new Weld().addBeanClasses(beans).initialize();
    }

    @Override
    public void prepare(Task task) {
        Tally.DONE.reset();
        Latencies.expect(0);
        Pause.current = new Pause(
                Long.parseLong(task.options().getOrDefault("least", "0")),
                Long.parseLong(task.options().getOrDefault("most", "0")));
    }

    private static void configure(Task task) {
        if (task.port() > 0) {
            System.setProperty("hopeit.redis.uri", task.uri());
        }
        System.setProperty("hopeit.redis.command-timeout", "PT10S");
        System.setProperty("hopeit.streams.start", "false");
        System.setProperty("hopeit.stream-defaults.serialization", "json");
        System.setProperty("hopeit.stream-defaults.compression", "none");
        name(task);
    }

    /** What each application has to be told, and what the task says besides. */
    static void name(Task task) {
        System.setProperty("hopeit.app.name", "bench");
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
        var consumers = consumers();
        consumers.forEach(EventLoop::start);
        try {
            if (task.has("rate")) {
                return LatencyContenders.during(task);
            }
            Tally.await(Tally.DONE, task.count());
            while (task.isAll() && !consumers.stream().allMatch(Application::isIdle)) {
                LockSupport.parkNanos(100_000);
            }
            return Map.of("end", (double) System.nanoTime());
        } finally {
            stop(consumers);
        }
    }

    static boolean isIdle(EventLoop consumer) {
        return Integer.valueOf(0).equals(consumer.details().get("inFlight"));
    }

    static void stop(List<EventLoop> consumers) throws InterruptedException {
        for (EventLoop consumer : consumers) {
            consumer.stop();
        }
    }

    EventLoop consumer() {
        return consumers().getFirst();
    }

    private List<EventLoop> consumers() {
        return container().select(EventLoops.class).stream()
                .flatMap(loops -> loops.loops().stream())
                .toList();
    }

    @Override
    public void close() {
        container.close();
    }
}
