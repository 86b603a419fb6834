package io.hopeit.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopeit.streams.spi.DeadLetterStore;
import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dead letters that are large, or lie between many of others, hold up nothing else. */
class RedisDeadLettersTest extends BehindProxy {
    private static final int LARGE = 400_000;

    private DeadLetterStore letters() {
        return broker.deadLetters("orders");
    }

    /** The message of that size, which the stream has lost. */
    private String letter(String group, int size) {
        return client.commands()
                .xadd(
                        Keys.deadLetters("orders"),
                        Map.of("payload", "x".repeat(size), DeadLetterStore.ID, "1-1", DeadLetterStore.GROUP, group));
    }

    private List<String> large(int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(letter("g", LARGE));
        }
        return ids;
    }

    @Test
    void largeOnesAreListedAFewAtATimeAndAllInTheEnd() throws Exception {
        var ids = large(10);

        var listed = new ArrayList<String>();
        var page = get(letters().list("g", "", 100));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThan(5);
            page.forEach(letter -> listed.add(letter.id()));
            page = get(letters().list("g", listed.getLast(), 100));
        }

        assertThat(listed).isEqualTo(ids);
    }

    @Test
    void thoseOfAGroupAreFoundBetweenThousandsOfOthers() throws Exception {
        for (int i = 0; i < 2500; i++) {
            letter("other", 10);
        }
        var id = letter("g", 10);

        assertThat(get(letters().list("g", "", 10))).extracting(Entry::id).containsExactly(id);
    }

    @Test
    void manyLargeOnesAreAllRedriven() throws Exception {
        var ids = large(10);

        assertThat(get(letters().redrive("g", ids))).isEqualTo(10);

        assertThat(client.entries("orders"))
                .hasSize(10)
                .containsOnly(Map.of("payload", "x".repeat(LARGE), DeadLetterStore.ONLY_FOR, "g"));
        assertThat(get(letters().list("g", "", 100))).isEmpty();
    }

    @Test
    void manyLargeOnesAreAllDiscardedAndThoseOfOthersAreNot() throws Exception {
        var ids = large(10);
        ids.add(letter("other", LARGE));
        ids.add("1-1"); // not there

        assertThat(get(letters().discard("g", ids))).isEqualTo(10);

        assertThat(get(letters().list("other", "", 100))).hasSize(1);
    }
}
