package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.BlockingReader;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTlsTest {
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    private static Path directory;

    private static EmbeddedRedis redis;
    private static Path keys;
    private static TlsFront front;

    @BeforeAll
    static void start() throws Exception {
        redis = EmbeddedRedis.start();
        keys = TlsFront.keyStore(directory);
        front = TlsFront.start(keys, redis.port());
    }

    @AfterAll
    static void stop() {
        front.close();
        redis.close();
    }

    @AfterEach
    void trustNobody() throws Exception {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
        readTrustStore();
    }

    private static RedisBroker broker(String host) {
        return new RedisBroker(RedisBrokerTest.settings("rediss://%s:%d".formatted(host, front.port())));
    }

    private static void trust() throws Exception {
        System.setProperty(TRUST_STORE, keys.toString());
        System.setProperty(TRUST_STORE_PASSWORD, TlsFront.PASSWORD);
        readTrustStore();
    }

    /** The JVM mixes up the old and the new one when several connections are the first to see that it has changed. */
    private static void readTrustStore() throws Exception {
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
                .init((KeyStore) null);
    }

    @Test
    void aTrustedServerIsUsed() throws Exception {
        trust();
        try (var broker = broker("127.0.0.1");
                var reader = BlockingReader.of(broker, List.of("orders"), "billing", "c1")) {
            var large = new byte[100_000]; // more than TLS sends in one piece
            assertThat(BlockingReader.append(broker, "orders", Map.of("a", large), 0))
                    .succeedsWithin(Duration.ofSeconds(20));

            var entries = reader.read(10, Duration.ofSeconds(20));

            assertThat(entries).singleElement().satisfies(entry -> assertThat(entry.fields())
                    .containsOnly(Map.entry("a", large)));
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsRefused() {
        try (var broker = broker("127.0.0.1")) {
            assertThat(BlockingReader.append(broker, "orders", Map.of("a", "b".getBytes(UTF_8)), 0))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withMessageContaining("unable to find valid certification path");
        }
    }

    @Test
    void aServerOfAnotherNameIsRefused() throws Exception {
        trust();
        try (var broker = broker("localhost")) {
            assertThat(BlockingReader.append(broker, "orders", Map.of("a", "b".getBytes(UTF_8)), 0))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withMessageContaining("No name matching localhost found");
        }
    }
}
