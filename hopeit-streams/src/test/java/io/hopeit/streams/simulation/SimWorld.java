package io.hopeit.streams.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopeit.spi.FailurePolicy;
import io.hopeit.streams.engine.EngineSettings;
import io.hopeit.streams.spi.Append;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.GroupStats;
import io.hopeit.streams.spi.Trim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One run of consumers in a world where things go wrong for a while, and then do not any more. All of it follows from a seed. */
final class SimWorld {
    static final String GROUP = "g";
    static final List<String> KEYS = List.of("a", "a.high");

    private static final long TROUBLE = 10_000;
    private static final long PATIENCE = 180_000;
    private static final int MOST = 3;
    private static final int BURST = 20;

    private final VirtualTime time = new VirtualTime();
    private final SimServer server = new SimServer(time);
    private final Ledger ledger = new Ledger();
    private final RandomGenerator random;
    private final Faults faults;
    private final EngineSettings settings;
    private final List<SimConsumer> consumers = new ArrayList<>();
    private final int wanted;
    private final boolean isSharded;
    /** Whether messages come many at once, and most take no time, so that workers are dealt several. */
    private final boolean isBusy;

    private Faults current;
    private int names;
    private int messages;

    SimWorld(long seed, boolean isCalm) {
        this.random = new Random(seed);
        this.faults = isCalm ? Faults.NONE : Faults.of(random);
        this.current = faults;
        boolean isOrdered = random.nextInt(4) == 0;
        this.settings = new EngineSettings(
                GROUP,
                random.nextInt(1, 6),
                random.nextInt(1, 12),
                Duration.ofMillis(500),
                new EngineSettings.Limits(20, 10_000),
                new EngineSettings.Lease(Duration.ofMillis(1000), Duration.ofMillis(3000), Duration.ofHours(1)),
                new FailurePolicy(
                        5, Duration.ofMillis(100), Duration.ofMillis(400), List.of(Throwable.class), List.of(), true),
                isOrdered);
        this.isSharded = isOrdered && random.nextBoolean();
        this.isBusy = random.nextInt(3) == 0;
        this.wanted = isOrdered && isCalm && !isSharded ? 1 : random.nextInt(1, MOST + 1);
    }

    VirtualTime time() {
        return time;
    }

    SimServer server() {
        return server;
    }

    Ledger ledger() {
        return ledger;
    }

    RandomGenerator random() {
        return random;
    }

    EngineSettings settings() {
        return settings;
    }

    boolean isSharded() {
        return isSharded;
    }

    boolean isBusy() {
        return isBusy;
    }

    /** Whether messages of one line are done for the first time in their order, whatever happens. */
    boolean keepsOrder() { // a read that arrives after the shard has been lost is not kept from reading
        return settings.isOrdered()
                && (isSharded
                        ? faults.failOver() + faults.flush() + faults.redrive() + faults.slow() == 0
                        : wanted == 1 && faults.equals(Faults.NONE));
    }

    boolean isExclusive() {
        return faults.isExclusive();
    }

    /** Runs it; returns all that should not have been. */
    List<String> run() {
        fill();
        publish();
        trouble();
        time.runUntil(TROUBLE);
        current = Faults.NONE;
        server.down(false);
        long calm = time.now();
        KEYS.forEach(key -> publish("g", key)); // whatever has been lost, each stream has something to be done
        while (!isQuiet() && time.now() < calm + PATIENCE) {
            fill();
            time.runUntil(time.now() + 1000);
        }
        if (!isQuiet()) {
            ledger.violated("it is not done after %d s without faults: %s".formatted(PATIENCE / 1000, stats()));
        }
        check();
        if (keepsOrder()) {
            ledger.violations().addAll(ledger.disorder());
        }
        return ledger.violations();
    }

    private void fill() {
        consumers.removeIf(consumer -> !consumer.isAlive());
        while (consumers.stream().filter(consumer -> !consumer.isLeaving()).count() < wanted) {
            consumers.add(new SimConsumer(this, current, "c" + names++));
        }
    }

    private void publish() {
        if (time.now() >= TROUBLE) {
            return;
        }
        int count = isBusy ? random.nextInt(1, BURST) : 1;
        for (int i = 0; i < count && !server.isDown(); i++) {
            publish(kind(), KEYS.get(random.nextInt(KEYS.size())));
        }
        time.after(random.nextLong(20, 400) * count, this::publish);
    }

    private void publish(String kind, String key) {
        var message = kind + messages++;
        server.execute(broker -> broker.append(Append.of(key, Map.of("payload", message.getBytes(UTF_8)))));
        ledger.published(message, key + message.charAt(message.length() - 1), time.now());
    }

    private String kind() {
        if (faults.happens(random, faults.killer())) {
            return "k";
        }
        return switch (random.nextInt(20)) {
            case 0 -> "p";
            case 1 -> "t";
            case 2 -> "r";
            case 3 -> "u";
            default -> "g";
        };
    }

    private void trouble() {
        if (time.now() >= TROUBLE) {
            return;
        }
        for (SimConsumer consumer : List.copyOf(consumers)) {
            if (happens(faults.crash())) {
                consumer.die();
            } else if (happens(faults.pause())) {
                consumer.freeze(random.nextLong(3 * settings.lease().idle().toMillis()));
            } else if (happens(faults.stop()) && consumer.isAlive() && !consumer.isLeaving()) {
                consumer.stop(random.nextLong(1, 2000));
            } else if (happens(faults.nap()) && consumer.isAlive() && !consumer.isLeaving()) {
                consumer.nap(random.nextLong(1, 5000));
            }
        }
        if (happens(faults.outage())) {
            server.down(true);
            time.after(random.nextLong(1, 3000), () -> server.down(false));
        }
        if (happens(faults.trim()) && !server.isDown()) {
            trim(KEYS.get(random.nextInt(KEYS.size())));
        }
        if (happens(faults.flush())) {
            server.flush();
            ledger.forgottenSince(-1);
        }
        KEYS.stream()
                .filter(key -> !server.isDown() && happens(faults.redrive()))
                .forEach(this::redrive);
        if (happens(faults.failOver())) {
            long lag = random.nextLong(1, 300);
            server.failOver(lag);
            ledger.forgottenSince(time.now() - lag);
        }
        fill();
        time.after(1000, this::trouble);
    }

    private void redrive(String key) {
        var letters = server.execute(broker -> broker.deadLetters(key).list(GROUP, "", 100));
        var ids = letters.stream().map(Entry::id).toList();
        server.execute(broker -> broker.deadLetters(key).redrive(GROUP, ids));
    }

    /** Only the newest are left of a stream, whether or not the others are done. */
    private void trim(String key) {
        var message = kind() + messages++;
        var fields = Map.of("payload", message.getBytes(UTF_8));
        var trim = new Trim(random.nextInt(1, 20), Duration.ZERO, false, true);
        server.execute(broker -> broker.append(new Append(key, fields, trim, 0, Optional.empty())));
        ledger.trimmed(key);
    }

    private boolean happens(int perThousand) {
        return faults.happens(random, perThousand);
    }

    private List<GroupStats> stats() {
        return KEYS.stream()
                .map(key -> server.execute(
                        broker -> broker.join(KEYS, GROUP, "observer", false).stats(key)))
                .toList();
    }

    private boolean isQuiet() {
        return stats().stream()
                .allMatch(stats -> !stats.equals(GroupStats.NONE) && stats.pending() == 0 && stats.lag() == 0);
    }

    private void check() {
        var dead = deadLetters();
        for (String message : ledger.published()) {
            boolean isDead = dead.contains(message);
            boolean isProcessed = ledger.processedTimes(message) > 0;
            if (!isDead && !isProcessed) {
                ledger.violated(message + " is lost");
            }
            if (isDead == isProcessed && faults.isCounted()) {
                ledger.violated(message + " is done and dead");
            }
            check(message, isDead);
        }
    }

    private void check(String message, boolean isDead) {
        int most = settings.policy().maxDeliveries();
        switch (message.charAt(0)) {
            case 'p', 'k' -> {
                boolean isCounted = message.startsWith("k")
                        ? faults.isExclusive() && faults.outage() + faults.stop() + faults.redrive() == 0
                        : faults.isCounted();
                if (!isDead || (ledger.begun(message) > most && isCounted)) {
                    ledger.violated("%s has begun %d times".formatted(message, ledger.begun(message)));
                }
            }
            case 'g', 'u' -> {
                if (isDead && faults.isExclusive() && faults.crash() == 0 && !isHeldForLong(message)) {
                    ledger.violated(message + " is dead, and innocent");
                }
                if (faults.isCounted() && ledger.processedTimes(message) > 1) {
                    ledger.violated(message + " is processed twice");
                }
            }
            default -> {} // either
        }
    }

    /** In a line, what cannot be done now stays in flight without end, and meets many a killer. */
    private boolean isHeldForLong(String message) {
        return settings.isOrdered() && message.startsWith("u");
    }

    private Set<String> deadLetters() {
        var dead = new HashSet<String>();
        for (String key : KEYS) {
            var after = "";
            List<Entry> page;
            do {
                var from = after;
                page = server.execute(broker -> broker.deadLetters(key).list(GROUP, from, 100));
                page.forEach(letter -> dead.add(SimConsumer.message(letter)));
                after = page.isEmpty() ? "" : page.getLast().id();
            } while (!page.isEmpty());
        }
        return dead;
    }

    @Override
    public String toString() {
        return "%s with %d consumers%s%s, %s"
                .formatted(faults, wanted, isSharded ? " of shards" : "", isBusy ? ", busy" : "", settings);
    }
}
