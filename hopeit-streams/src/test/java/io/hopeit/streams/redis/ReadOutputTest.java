package io.hopeit.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.redis.embedded.EmbeddedRedis;
import io.hopeit.streams.spi.Batch;
import io.hopeit.streams.spi.Entry;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadOutputTest {
    private static EmbeddedRedis redis;

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private Batch read(ProtocolVersion protocol, long bytes, String... keys) throws Exception {
        return read(protocol, bytes, () -> {}, keys);
    }

    private Batch read(ProtocolVersion protocol, long bytes, Runnable coming, String... keys) throws Exception {
        var args = Call.args().add("COUNT").add(100).add("STREAMS").addKeys(keys);
        for (int i = 0; i < keys.length; i++) {
            args.add("0");
        }
        var call = new Call<>(CommandType.XREAD, args, new ReadOutput(bytes, new FieldNames(), coming));
        var options = ClientOptions.builder().protocolVersion(protocol).build();
        return answer(RedisURI.create(redis.uri()), options, call);
    }

    /** As Lettuce takes it apart. */
    Batch answer(RedisURI uri, ClientOptions options, Call<Batch> call) throws Exception {
        var client = RedisClient.create(uri);
        client.setOptions(options);
        try (var connection = client.connect(Call.CODEC)) {
            connection.dispatch(call);
            return call.get(20, TimeUnit.SECONDS);
        } finally {
            client.shutdown();
        }
    }

    private static Map<String, String> fields(int count) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            fields.put("f" + i, "v" + i);
        }
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void understandsBothProtocols(ProtocolVersion protocol) throws Exception {
        var a = "a." + protocol;
        var b = "b." + protocol;
        try (var client = new RedisClientForTests(redis.uri())) {
            var first = client.commands().xadd(a, fields(3));
            var second = client.commands().xadd(a, fields(100));
            var third = client.commands().xadd(b, fields(1));

            var batch = read(protocol, 1 << 20, a, "none", b);

            assertThat(batch.entries())
                    .extracting(entry -> entry.key() + entry.id())
                    .containsExactly(a + first, a + second, b + third);
            assertThat(batch.entries())
                    .extracting(entry -> entry.fields().size())
                    .containsExactly(3, 100, 1);
            assertThat(batch.entries().getFirst().fields().keySet()).containsExactly("f0", "f1", "f2");
            assertThat(batch.entries().getFirst().fields().get("f2")).isEqualTo("v2".getBytes(UTF_8));
        }
        assertThat(read(protocol, 1, "none")).isEqualTo(Batch.EMPTY);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooMuchIsOnlyNamed(ProtocolVersion protocol) throws Exception {
        var a = "large." + protocol;
        var b = "small." + protocol;
        try (var client = new RedisClientForTests(redis.uri())) {
            var first = client.commands().xadd(a, fields(3));
            var second = client.commands().xadd(a, fields(100));
            var third = client.commands().xadd(b, fields(1));

            var batch = read(protocol, 20, a, b);

            assertThat(batch.entries()).extracting(entry -> entry.id()).containsExactly(first);
            assertThat(batch.withheld()).isEqualTo(Map.of(a, List.of(second), b, List.of(third)));
        }
    }

    private int told(long bytes, String key) throws Exception {
        var told = new AtomicInteger();
        read(ProtocolVersion.RESP3, bytes, told::incrementAndGet, key);
        return told.get();
    }

    private static void append(String key, int count) {
        try (var client = new RedisClientForTests(redis.uri())) {
            for (int i = 0; i < count; i++) {
                client.commands().xadd(key, fields(1));
            }
        }
    }

    @Test
    void itIsToldOnceThatALargeAnswerComes() throws Exception {
        append("told.large", 100);

        assertThat(told(1 << 20, "told.large")).isOne();
    }

    @Test
    void ofASmallAnswerItIsNotTold() throws Exception {
        append("told.small", 10);

        assertThat(told(1 << 20, "told.small")).isZero();
        assertThat(told(1 << 20, "told.none")).isZero();
    }

    @Test
    void anAnswerThatTakesAllTheRoomIsNotToldOf() throws Exception {
        append("told.full", 100);

        assertThat(told(5, "told.full")).isZero();
    }

    @Test
    void namesAreTheirsThoughTheEntryBeforeHasOthers() throws Exception {
        try (var client = new RedisClientForTests(redis.uri())) {
            var all = List.of(
                    Map.of("a", "1"),
                    Map.of("b", "2"),
                    Map.of("b", "3"),
                    fields(2),
                    Map.of("a", "4"),
                    fields(3),
                    fields(3));
            all.forEach(fields -> client.commands().xadd("mixed", fields));

            var batch = read(ProtocolVersion.RESP3, 1 << 20, "mixed");

            assertThat(batch.entries()).extracting(ReadOutputTest::texts).isEqualTo(all);
        }
    }

    private static Map<String, String> texts(Entry entry) {
        var texts = new LinkedHashMap<String, String>();
        entry.fields().forEach((name, value) -> texts.put(name, new String(value, UTF_8)));
        return texts;
    }

    @Test
    void ofANameThatIsThereTwiceTheLastValueCounts() {
        var fields = Tree.fields(List.of(
                "a".getBytes(UTF_8),
                new byte[] {1},
                "b".getBytes(UTF_8),
                new byte[] {2},
                "a".getBytes(UTF_8),
                new byte[] {3}));

        assertThat(fields.keySet()).containsExactly("a", "b");
        assertThat(fields.get("a")).containsExactly(3);
    }
}
