package io.hopeit.faults;

import io.hopeit.StreamUnavailableException;
import io.hopeit.StreamUnavailableException.Outcome;
import io.hopeit.faults.Ledger.Phase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** Publishes jobs through the library, once each, and writes to the ledger what it is told about them. */
final class Driver implements AutoCloseable {
    private final Ledger ledger;
    private final Map<String, String> config;
    private final WeldContainer container;
    private final Desk desk;

    Driver(Ledger ledger, Map<String, String> config) {
        this.ledger = ledger;
        this.config = new LinkedHashMap<>(config);
        this.config.put("hopeit.streams.start", "false");
        this.config.forEach(System::setProperty);
        this.container = new Weld().addBeanClasses(Desk.class).initialize();
        this.desk = container.select(Desk.class).get();
    }

    /** What has become of it. */
    Phase publish(String stream, Job job) {
        ledger.write(job.id(), 0, Phase.ATTEMPT);
        var phase = tryTo(stream, job);
        ledger.write(job.id(), 0, phase);
        return phase;
    }

    private Phase tryTo(String stream, Job job) {
        try {
            desk.publish(stream, job);
            return Phase.OK;
        } catch (StreamUnavailableException e) {
            return e.outcome() == Outcome.FAILED ? Phase.FAILED : Phase.UNKNOWN;
        }
    }

    /** In the background: so many, so many a second. */
    Load load(String stream, int count, int perSecond, Function<Integer, Job> jobs) {
        return new Load(Thread.ofVirtual().start(() -> run(stream, count, perSecond, jobs)));
    }

    private void run(String stream, int count, int perSecond, Function<Integer, Job> jobs) {
        long pause = 1_000_000_000L / perSecond;
        long next = System.nanoTime();
        try {
            for (int i = 0; i < count; i++) {
                long ahead = next - System.nanoTime();
                if (ahead > 1_000_000) {
                    Thread.sleep(Duration.ofNanos(ahead));
                } else if (ahead < -Duration.ofMillis(200).toNanos()) {
                    next = System.nanoTime(); // it was held up, and does not catch up
                }
                next += pause;
                publish(stream, jobs.apply(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is being published. */
    record Load(Thread thread) {
        void join() throws InterruptedException {
            thread.join();
        }

        void stop() throws InterruptedException {
            thread.interrupt();
            thread.join();
        }

        boolean isOver() {
            return !thread.isAlive();
        }
    }

    @Override
    public void close() {
        container.close();
        config.keySet().forEach(System::clearProperty);
    }
}
