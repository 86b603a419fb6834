package io.hopeit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.faults.Ledger.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

/** One process in which the application is started and stopped again and again, as Helidon's container is in tests. */
class RestartTest {
    private static final int TIMES = 20;
    /** What the JVM may open for itself meanwhile; one that each restart leaves would be many. */
    private static final int OF_JVM = 3;

    private static final Pattern OF_APPLICATION = Pattern.compile("socket|pipe|anon_inode");

    /** Each run of an event would be a line. */
    private static final Logger RUNS = Logger.getLogger("hopeit");

    private static final List<String> SETTINGS = List.of("faults.ledger", "faults.pod", "hopeit.redis.uri");

    /**
     * What this process holds.
     *
     * @param threads their names, without numbers; not those that come and go with a pool of the JVM
     * @param handles open sockets, pipes and selectors; the JVM opens jars when it likes
     * @param connections to the server, as it counts them
     */
    private record Held(List<String> threads, long handles, long connections) {
        static Held by(Scene scene) throws IOException {
            return new Held(threadNames(), openHandles(), clients(scene));
        }

        private static List<String> threadNames() {
            return Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> !name.startsWith("ForkJoinPool") && !name.startsWith("process reaper"))
                    .map(name -> name.replaceAll("\\d+", "n"))
                    .sorted()
                    .toList();
        }

        private static long openHandles() throws IOException {
            try (var handles = Files.list(Path.of("/proc/self/fd"))) {
                return handles.filter(
                                handle -> OF_APPLICATION.matcher(target(handle)).lookingAt())
                        .count();
            }
        }

        private static String target(Path handle) {
            try {
                return Files.readSymbolicLink(handle).toString();
            } catch (IOException e) {
                return "closed meanwhile";
            }
        }

        private static long clients(Scene scene) {
            return scene.probe().call("CLIENT", "LIST").toString().lines().count();
        }

        boolean isWithin(Held before) {
            return threads.size() <= before.threads.size()
                    && handles <= before.handles + OF_JVM
                    && connections <= before.connections;
        }
    }

    @Test
    void whatTheApplicationHasOpenedIsClosedWhenItStopsHowOftenEver() throws Exception {
        try (var scene = new Scene("restart", RedisServer.FORGETS)) {
            configure(scene);
            RUNS.setLevel(Level.OFF);
            run(scene, 1);
            run(scene, 2);
            var before = Held.by(scene);
            for (int time = 3; time <= TIMES; time++) {
                run(scene, time);
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Held.by(scene))
                    .matches(now -> now.isWithin(before), "within " + before + ", but for " + OF_JVM + " handles"));
            try (var container = deploy()) {
                scene.awaitDrained(Duration.ofSeconds(20));
                assertThat(container.isRunning()).isTrue();
            }
            scene.report("restarts=" + TIMES, "threads=" + before.threads().size(), "handles=" + before.handles())
                    .assertNothingLost();
        } finally {
            RUNS.setLevel(null);
            SETTINGS.forEach(System::clearProperty);
        }
    }

    private static void configure(Scene scene) {
        System.setProperty("faults.ledger", scene.ledger().file().toString());
        System.setProperty("faults.pod", "here");
        System.setProperty("hopeit.redis.uri", scene.redis().uri());
    }

    private static WeldContainer deploy() {
        return new Weld().addBeanClasses(Tasks.class, Desk.class, Work.Do.class).initialize();
    }

    /** Starts it, and stops it while there is more to do. */
    private static void run(Scene scene, int time) {
        try (var container = deploy()) {
            var desk = container.select(Desk.class).get();
            for (int i = 0; i < 200; i++) {
                var job = KillTest.work("r" + time + "-", i, 20);
                desk.publish("jobs", job);
                scene.ledger().write(job.id(), 0, Phase.OK);
            }
            scene.awaitProcessed(Set.of("r" + time + "-20"), Duration.ofSeconds(20));
        }
    }
}
