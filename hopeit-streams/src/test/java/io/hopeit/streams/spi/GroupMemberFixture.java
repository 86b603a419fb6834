package io.hopeit.streams.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What tests of members of a group need. */
public abstract class GroupMemberFixture {
    static final Duration SOON = Duration.ofSeconds(20);
    /** Longer than any read waits. */
    private static final Duration PATIENCE = SOON.multipliedBy(2);

    static final Duration NOW = Duration.ofMillis(1);
    static final Duration IDLE = Duration.ofMinutes(1);
    static final long PLENTY = 1 << 20;

    final String key = prefix() + UUID.randomUUID();

    /** What keys begin with. */
    protected String prefix() {
        return "member.";
    }

    /** The one to test; it is not closed. */
    protected abstract Broker broker();

    protected static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    GroupMember join(String consumer) {
        return broker().join(List.of(key), "g", consumer, false);
    }

    String append(String text) throws Exception {
        return get(broker().append(Append.of(key, Map.of("payload", text.getBytes(UTF_8)))));
    }

    List<String> appendSome(int count) throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(append("m" + i));
        }
        return ids;
    }

    static Batch read(GroupMember member, int count) throws Exception {
        return get(member.read(count, PLENTY, SOON));
    }

    static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    Swept sweep(GroupMember member, Duration idle) throws Exception {
        return sweep(member, Swept.START, idle, 100);
    }

    /** One that comes late does nothing, and when nothing is to be idle a millisecond is late. */
    Swept sweep(GroupMember member, String cursor, Duration idle, int count) throws Exception {
        var swept = get(member.sweep(key, cursor, idle, count));
        return swept.isLate() ? sweep(member, cursor, idle, count) : swept;
    }
}
