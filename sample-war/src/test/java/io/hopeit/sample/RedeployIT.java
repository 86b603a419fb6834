package io.hopeit.sample;

import static io.hopeit.sample.SampleServer.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hopeit.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The WAR is replaced again and again while the server has work to do. */
@OnLiberty
class RedeployIT {
    private static final int REDEPLOYMENTS = Integer.getInteger("sample.redeployments", 0);
    private static final String BODY = "{\"id\":\"redeploy\",\"user\":{\"id\":\"u1\",\"name\":\"n\"}}";
    private static final String UPDATED = "CWWKZ0003I";

    /** What is held softly is a leak only if it stays when memory is short. */
    private static final String NOTHING_SOFT = "-XX:SoftRefLRUPolicyMSPerMB=0";

    /**
     * Open Liberty keeps, for each path, who has served it last; a request that comes while an application is replaced
     * may leave the old one there, and its path is a 503 until the next time.
     */
    private static final String NOTHING_STALE = "-DinvocationCacheSize=0";

    private final Path war = ServerKind.TARGET.resolve("redeployed-" + System.nanoTime() + "/sample.war");

    @Test
    void whatOneDeploymentHasOpenedIsClosedBeforeTheNextHowOftenEver() throws Exception {
        assertThat(REDEPLOYMENTS).describedAs("sample.redeployments").isGreaterThan(2);
        replace();
        try (var redis = EmbeddedRedis.start();
                var server = SampleServer.start(
                        ServerKind.LIBERTY,
                        redis.uri(),
                        Map.of("SAMPLE_WAR", war.toString()),
                        NOTHING_SOFT,
                        NOTHING_STALE)) {
            redeployUnderLoad(server, 1);
            redeployUnderLoad(server, 2);
            var before = atRest(server);
            for (int count = 3; count <= REDEPLOYMENTS; count++) {
                redeployUnderLoad(server, count);
            }
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() ->
                            assertThat(Footprint.of(server)).matches(now -> now.isWithin(before), "within " + before));
            storesWhatComes(server);
            System.out.println("REDEPLOYED %d times: %s; before: %s"
                    .formatted(REDEPLOYMENTS, Footprint.of(server).counts(), before.counts()));
            Files.delete(war);
            // one asks
            await().atMost(Duration.ofSeconds(60)).until(() -> Footprint.connections(server) == 1);
        }
    }

    /** The consumers of the last one are at work. */
    private static void storesWhatComes(SampleServer server) throws IOException {
        var id = "after-" + System.nanoTime();
        server.post(API + "streams/something-event", BODY.replace("redeploy", id));
        await().atMost(Duration.ofSeconds(30)).until(() -> server.get(API + "list-somethings-unsecured?wildcard=" + id)
                .body()
                .contains(id));
    }

    /** Two looks in a row see the same. */
    private static Footprint atRest(SampleServer server) throws IOException {
        var looks = new ArrayList<>(List.of(Footprint.of(server)));
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            looks.add(Footprint.of(server));
                            return looks.getLast();
                        },
                        now -> now.equals(looks.get(looks.size() - 2)));
    }

    private void redeployUnderLoad(SampleServer server, int count) throws Exception {
        var isOver = new AtomicBoolean();
        var answered = new AtomicInteger();
        var load = Thread.ofVirtual().start(() -> load(server, isOver, answered));
        try {
            await().until(() -> answered.get() > 20);
            replace();
            await().atMost(Duration.ofSeconds(90)).until(() -> updates(server) >= count);
            int then = answered.get();
            await().atMost(Duration.ofSeconds(30)).until(() -> answered.get() > then + 20);
        } finally {
            isOver.set(true);
            load.join();
        }
    }

    private static void load(SampleServer server, AtomicBoolean isOver, AtomicInteger answered) {
        while (!isOver.get()) {
            try {
                if (isAnswered(server)) {
                    answered.incrementAndGet();
                }
            } catch (IOException | IllegalStateException e) {
                // there is no application at the moment
            }
        }
    }

    private static boolean isAnswered(SampleServer server) throws IOException {
        var event = server.request(API + "streams/something-event").header("Content-Type", "application/json");
        int published =
                server.exchange(event.POST(BodyPublishers.ofString(BODY))).statusCode();
        var list = server.request(API + "list-somethings-unsecured?wildcard=redeploy");
        return published == 200 && server.exchange(list.GET()).statusCode() == 200;
    }

    private void replace() throws IOException {
        Files.createDirectories(war.getParent());
        var next = Files.copy(ServerKind.war(), war.resolveSibling("next"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(next, war, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long updates(SampleServer server) throws IOException {
        return server.logged().stream().filter(line -> line.contains(UPDATED)).count();
    }
}
