package io.hopeit.faults;

import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Ledger.Phase;
import io.hopeit.faults.Tally.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A server, instances of the application, a publisher, and the ledger; its files stay in {@code target/faults}. */
final class Scene implements AutoCloseable {
    private static final Path ROOT = Path.of("target", "faults").toAbsolutePath();

    private final String name;
    private final Path directory;
    private final Ledger ledger;
    private final RedisServer redis;
    private final Map<String, String> config = new LinkedHashMap<>();
    private final List<PodProcess> pods = new CopyOnWriteArrayList<>();
    private final List<Stop> stops = new CopyOnWriteArrayList<>();
    private final Set<String> stated = new TreeSet<>();
    private final List<AutoCloseable> others = new ArrayList<>();
    private String key = "faults.1x0.jobs";
    private String group = "faults.1x0.work";

    Scene(String name, List<String> redisFlags) throws IOException {
        this.name = name;
        this.directory = ROOT.resolve(name);
        delete(directory);
        Files.createDirectories(directory);
        this.ledger = new Ledger(directory.resolve("ledger.csv"), "driver");
        this.redis = new RedisServer(directory.resolve("redis"), redisFlags);
        config.put("hopeit.redis.uri", redis.uri());
        config.put("hopeit.stream-defaults.claim-idle", "PT2S");
        config.put("hopeit.stream-defaults.backoff", "PT0.2S");
        config.put("hopeit.streams.drain-timeout", "PT5S");
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** For all processes that are started from now on. */
    Scene with(String setting, String value) {
        config.put(setting, value);
        return this;
    }

    /** What is looked at: another stream and group than those of {@link Work.Do}. */
    Scene watching(String stream, String event) {
        key = "faults.1x0." + stream;
        group = "faults.1x0." + event;
        return this;
    }

    RedisServer redis() {
        return redis;
    }

    Probe probe() {
        return redis.probe();
    }

    Path directory() {
        return directory;
    }

    Ledger ledger() {
        return ledger;
    }

    String key() {
        return key;
    }

    String group() {
        return group;
    }

    /** Starts one, and does not wait. */
    PodProcess start(String pod, Class<?>... events) {
        var started = new PodProcess(pod, directory, ledger, config, List.of(events));
        pods.add(started);
        return started;
    }

    /** Starts one that consumes. */
    PodProcess pod(String pod, Class<?>... events) {
        return start(pod, events).awaitUp();
    }

    Driver driver() {
        return driverAt(redis.uri());
    }

    Driver driverAt(String uri) {
        var own = new LinkedHashMap<>(config);
        own.put("hopeit.redis.uri", uri);
        return closing(new Driver(ledger, own));
    }

    FaultProxy proxy() throws IOException {
        return closing(new FaultProxy(redis.port()));
    }

    <T extends AutoCloseable> T closing(T other) {
        others.add(other);
        return other;
    }

    /** Kills one, and notes what was pending in it. */
    void kill(PodProcess pod) {
        pod.kill();
        note(pod);
    }

    /** Freezes one, and notes what was pending in it. */
    void freeze(PodProcess pod) {
        pod.freeze();
        note(pod);
    }

    /** What is pending in it may be done again. */
    void note(PodProcess pod) {
        long millis = System.currentTimeMillis();
        stops.add(new Stop(pod.name(), millis, pending(pod::isConsumer)));
    }

    /** What is pending anywhere may be done again. */
    void noteEverybody() {
        state(pending(consumer -> true));
    }

    private Set<String> pending(Predicate<String> ofConsumer) {
        var probe = probe();
        var ids = new LinkedHashSet<String>();
        probe.pending(key, group).forEach((id, consumer) -> {
            if (ofConsumer.test(consumer)) {
                probe.entry(key, id).values().forEach(fields -> ids.add(fields.getOrDefault("id", id)));
            }
        });
        return ids;
    }

    /** These may be done again, for a reason that the test knows. */
    void state(Set<String> ids) {
        stated.addAll(ids);
    }

    /** Waits until each of these has been processed. */
    void awaitProcessed(Set<String> ids, Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(100)).until(() -> processed()
                .containsAll(ids));
    }

    /** Waits until all that was confirmed is done, and nothing is pending. */
    void awaitDrained(Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() ->
                        probe().pending(key, group).isEmpty() && tally().lost().isEmpty());
    }

    Set<String> ids(Phase phase) {
        var ids = new TreeSet<String>();
        ledger.of(phase).forEach(line -> ids.add(line.id()));
        return ids;
    }

    Set<String> processed() {
        return ids(Phase.END);
    }

    Set<String> dead() {
        return dead(probe());
    }

    private Set<String> dead(Probe probe) {
        var dead = new TreeSet<String>();
        probe.entries("{" + key + "}:dlq").values().forEach(fields -> dead.add(fields.getOrDefault("id", "?")));
        return dead;
    }

    Tally tally() {
        return tally(probe());
    }

    private Tally tally(Probe probe) {
        return Tally.of(ledger.lines(), dead(probe), stops, stated);
    }

    /** Prints the line of this scene, and what else was measured. */
    Tally report(String... more) {
        return reportAt(probe(), more);
    }

    /** The same, when the streams are elsewhere by now. */
    Tally reportAt(Probe probe, String... more) {
        var tally = tally(probe);
        var line = "FAULTS %s: %s %s"
                .formatted(name, tally, String.join(" ", more))
                .strip();
        System.out.println(line);
        try {
            Files.writeString(
                    ROOT.resolve("results.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tally;
    }

    @Override
    public void close() throws Exception {
        pods.forEach(PodProcess::close);
        for (AutoCloseable other : others.reversed()) {
            other.close();
        }
        redis.close();
    }
}
