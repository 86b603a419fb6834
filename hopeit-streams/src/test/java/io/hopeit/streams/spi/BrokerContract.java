package io.hopeit.streams.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every broker does. */
public abstract class BrokerContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NOW = Duration.ofMillis(1);

    private final String key = "contract." + UUID.randomUUID();

    /** The one to test; it is not closed. */
    protected abstract Broker broker();

    /** The ids of the entries that a group has not acknowledged. */
    protected abstract List<String> pending(String key, String group);

    private BlockingReader reader(String group, String... keys) {
        return BlockingReader.of(broker(), List.of(keys), group, "me");
    }

    private String append(String toKey, String text) throws Exception {
        return append(toKey, Map.of("payload", text.getBytes(UTF_8)), 0);
    }

    private String append(String toKey, Map<String, byte[]> fields, long maxLength) throws Exception {
        return BlockingReader.append(broker(), toKey, fields, maxLength)
                .toCompletableFuture()
                .get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new String(entry.fields().get("payload"), UTF_8))
                .toList();
    }

    /** All there is, however many reads that takes. */
    private static List<Entry> readAll(BlockingReader reader) throws InterruptedException {
        var all = new ArrayList<Entry>();
        for (var some = reader.read(1000, NOW); !some.isEmpty(); some = reader.read(1000, NOW)) {
            all.addAll(some);
        }
        return all;
    }

    @Test
    void readsInTheOrderOfAppending() throws Exception {
        for (int i = 0; i < 5; i++) {
            append(key, "m" + i);
        }

        try (var reader = reader("g", key)) {
            assertThat(texts(reader.read(3, SOON))).containsExactly("m0", "m1", "m2");
            assertThat(texts(reader.read(3, SOON))).containsExactly("m3", "m4");
        }
    }

    @Test
    void entriesHaveTheirKeyAndTheIdOfTheAppend() throws Exception {
        var id = append(key, "m");

        try (var reader = reader("g", key)) {
            assertThat(reader.read(1, SOON)).singleElement().satisfies(entry -> {
                assertThat(entry.key()).isEqualTo(key);
                assertThat(entry.id()).isEqualTo(id);
            });
        }
    }

    @Test
    void fieldsKeepTheirOrderAndAnyBytes() throws Exception {
        var bytes = new byte[256];
        IntStream.range(0, 256).forEach(i -> bytes[i] = (byte) i);
        var fields = new LinkedHashMap<String, byte[]>();
        fields.put("z", bytes);
        fields.put("a", new byte[0]);
        fields.put("ü", "ü".getBytes(UTF_8));
        append(key, fields, 0);

        try (var reader = reader("g", key)) {
            var read = reader.read(1, SOON).getFirst().fields();
            assertThat(read.keySet()).containsExactly("z", "a", "ü");
            assertThat(read.get("z")).isEqualTo(bytes);
            assertThat(read.get("a")).isEmpty();
        }
    }

    @Test
    void aGroupSeesWhatWasThereBeforeIt() throws Exception {
        append(key, "before");

        try (var reader = reader("late", key)) {
            assertThat(texts(reader.read(10, SOON))).containsExactly("before");
        }
    }

    @Test
    void groupsDoNotNoticeEachOther() throws Exception {
        append(key, "m");

        try (var one = reader("one", key);
                var other = reader("other", key)) {
            assertThat(texts(one.read(10, SOON))).containsExactly("m");
            assertThat(texts(other.read(10, SOON))).containsExactly("m");
        }
    }

    @Test
    void consumersOfAGroupShareItsEntries() throws Exception {
        append(key, "first");
        append(key, "second");

        try (var one = BlockingReader.of(broker(), List.of(key), "g", "one");
                var other = BlockingReader.of(broker(), List.of(key), "g", "other")) {
            assertThat(texts(one.read(1, SOON))).containsExactly("first");
            assertThat(texts(other.read(1, SOON))).containsExactly("second");
        }
    }

    @Test
    void severalStreamsAreReadTogether() throws Exception {
        append(key + ".a", "a");
        append(key + ".b", "b");

        try (var reader = reader("g", key + ".a", key + ".b")) {
            assertThat(texts(reader.read(10, SOON))).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void anIdleStreamDoesNotHoldUpAnother() throws Exception {
        try (var reader = reader("g", key + ".idle", key + ".busy")) {
            append(key + ".busy", "m");
            assertThat(texts(reader.read(10, Duration.ofMinutes(1)))).containsExactly("m");
        }
    }

    @Test
    void aReadReturnsAsSoonAsSomethingArrives() throws Exception {
        try (var reader = reader("g", key)) {
            reader.read(1, NOW);
            var reading = CompletableFuture.supplyAsync(() -> read(reader, Duration.ofMinutes(1)));

            append(key, "m");

            assertThat(texts(reading.get(SOON.toMillis(), TimeUnit.MILLISECONDS)))
                    .containsExactly("m");
        }
    }

    private static List<Entry> read(BlockingReader reader, Duration block) {
        try {
            return reader.read(1, block);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReadEndsWithNothingWhenNothingArrives() throws Exception {
        try (var reader = reader("g", key)) {
            assertThat(reader.read(1, Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void aReadCanBeInterrupted() throws Exception {
        try (var reader = reader("g", key)) {
            reader.read(1, NOW);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reader.read(1, Duration.ofMinutes(1))).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void whatIsReadIsPendingUntilItIsAcknowledged() throws Exception {
        var first = append(key, "first");
        var second = append(key, "second");

        try (var reader = reader("g", key)) {
            reader.read(10, SOON);
            assertThat(pending(key, "g")).containsExactly(first, second);

            var count = reader.ack(key, List.of(first)).toCompletableFuture().get(20, TimeUnit.SECONDS);

            assertThat(count).isEqualTo(1);
            assertThat(pending(key, "g")).containsExactly(second);
        }
    }

    @Test
    void acknowledgingTwiceIsHarmless() throws Exception {
        var id = append(key, "m");

        try (var reader = reader("g", key)) {
            reader.read(10, SOON);
            reader.ack(key, List.of(id)).toCompletableFuture().get(20, TimeUnit.SECONDS);
            assertThat(reader.ack(key, List.of(id)).toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isZero();
        }
    }

    @Test
    void aLongStreamIsTrimmedApproximately() throws Exception {
        for (int i = 0; i < 1000; i++) {
            append(key, Map.of("payload", ("m" + i).getBytes(UTF_8)), 100);
        }

        try (var reader = reader("g", key)) {
            var left = texts(readAll(reader));
            assertThat(left).hasSizeBetween(100, 300).endsWith("m999");
        }
    }

    @Test
    void withoutAMaximalLengthNothingIsTrimmed() throws Exception {
        for (int i = 0; i < 300; i++) {
            append(key, "m" + i);
        }

        try (var reader = reader("g", key)) {
            assertThat(readAll(reader)).hasSize(300);
        }
    }

    @Test
    void isReachable() {
        assertThat(broker().isReachable()).isTrue();
    }

    @Test
    void aFactIsKnownToAllWhoUseItsPrefix() {
        broker().facts(key).remember("a", Duration.ofMinutes(1));

        assertThat(broker().facts(key).knows("a")).isTrue();
        assertThat(broker().facts(key).knows("b")).isFalse();
        assertThat(broker().facts(key + ".other").knows("a")).isFalse();
    }

    @Test
    void aFactExpires() {
        var facts = broker().facts(key);
        facts.remember("lasting", Duration.ofMinutes(1));
        facts.remember("short", Duration.ofMillis(50));

        await().atMost(SOON).until(() -> !facts.knows("short"));
        assertThat(facts.knows("lasting")).isTrue();
    }
}
