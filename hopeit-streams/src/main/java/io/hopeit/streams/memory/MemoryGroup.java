package io.hopeit.streams.memory;

import io.hopeit.streams.spi.Entry;
import io.hopeit.streams.spi.Swept;
import io.hopeit.streams.spi.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How far a group has read, what is pending, whose it is, and what waits for a retry. Guarded by the broker's lock. */
final class MemoryGroup {
    private static final class Pending {
        private String consumer;
        private long since;
        private long deliveries;

        private Pending(String consumer, long since, long deliveries) {
            this.consumer = consumer;
            this.since = since;
            this.deliveries = deliveries;
        }
    }

    private final MemoryStream stream;
    private final TreeMap<EntryId, Pending> pending = new TreeMap<>();
    private final TreeMap<EntryId, Long> retries = new TreeMap<>();
    private final Map<String, Long> consumers = new HashMap<>();
    private EntryId position;

    MemoryGroup(MemoryStream stream, EntryId position) {
        this.stream = stream;
        this.position = position;
    }

    List<Entry> read(String consumer, int count, long now) {
        var read = new ArrayList<Entry>();
        for (EntryId id : stream.after(position).keySet()) {
            if (read.size() == count) {
                break;
            }
            pending.put(id, new Pending(consumer, now, 1));
            position = id;
            stream.entry(id, 1).ifPresent(read::add);
        }
        if (!read.isEmpty()) {
            consumers.put(consumer, now);
        }
        return read;
    }

    boolean isDone(EntryId id) {
        return id.compareTo(position) <= 0 && !pending.containsKey(id);
    }

    long ack(List<String> ids) {
        return ids.stream().map(EntryId::parse).filter(this::end).count();
    }

    private boolean end(EntryId id) {
        return pending.remove(id) != null;
    }

    Set<String> ackOwned(String consumer, List<String> ids) {
        return owned(consumer, ids, id -> end(id));
    }

    Set<String> extend(String consumer, List<String> ids, long now) {
        return owned(consumer, ids, id -> {
            own(consumer, id, now);
            return true;
        });
    }

    private Set<String> owned(String consumer, List<String> ids, Predicate<EntryId> action) {
        var done = new LinkedHashSet<String>();
        for (String text : ids) {
            var id = EntryId.parse(text);
            if (isOwner(consumer, id) && action.test(id)) {
                done.add(text);
            }
        }
        return done;
    }

    private boolean isOwner(String consumer, EntryId id) {
        var entry = pending.get(id);
        return entry != null && entry.consumer.equals(consumer);
    }

    private Pending own(String consumer, EntryId id, long now) {
        consumers.put(consumer, now);
        var entry = pending.computeIfAbsent(id, i -> new Pending(consumer, now, 0));
        entry.consumer = consumer;
        entry.since = now;
        return entry;
    }

    List<String> owned(String consumer, String after, int count) {
        var from = after.isEmpty() ? EntryId.ZERO : EntryId.parse(after);
        return pending.tailMap(from, false).keySet().stream()
                .filter(id -> isOwner(consumer, id) && !retries.containsKey(id))
                .limit(count)
                .map(EntryId::toString)
                .toList();
    }

    Taken take(String consumer, List<String> ids, boolean again, long now) {
        var entries = new ArrayList<Entry>();
        var gone = new ArrayList<String>();
        owned(consumer, ids, id -> {
            var entry = own(consumer, id, now);
            entry.deliveries += again ? 1 : 0;
            Optional<Entry> found = stream.entry(id, entry.deliveries);
            found.ifPresentOrElse(entries::add, () -> {
                end(id);
                gone.add(id.toString());
            });
            return true;
        });
        return new Taken(entries, gone);
    }

    Swept sweep(String consumer, String cursor, Duration idle, int count, long now) {
        var sweep = new Sweep(consumer, now);
        int due = sweep.takeDue(count);
        var next = due < count ? sweep.takeIdle(cursor, idle.toMillis(), count - due) : cursor;
        return new Swept(next, sweep.due, sweep.abandoned, sweep.gone);
    }

    private final class Sweep {
        private final List<String> due = new ArrayList<>();
        private final List<String> abandoned = new ArrayList<>();
        private final List<String> gone = new ArrayList<>();
        private final String consumer;
        private final long now;

        private Sweep(String consumer, long now) {
            this.consumer = consumer;
            this.now = now;
        }

        /** Returns how many were due, pending or not. */
        private int takeDue(int count) {
            var ids = retries.entrySet().stream()
                    .filter(retry -> retry.getValue() <= now)
                    .sorted(Map.Entry.comparingByValue())
                    .limit(count)
                    .map(Map.Entry::getKey)
                    .toList();
            for (EntryId id : ids) {
                retries.remove(id);
                if (pending.containsKey(id) && isThere(id)) {
                    own(consumer, id, now);
                    due.add(id.toString());
                }
            }
            return ids.size();
        }

        /** Returns where the next one begins. */
        private String takeIdle(String cursor, long idle, int count) {
            int left = count;
            for (EntryId id : List.copyOf(pending.tailMap(EntryId.parse(cursor)).keySet())) {
                if (left == 0) {
                    return id.toString();
                }
                if (isIdle(id, idle, now)) {
                    left--;
                    takeIdle(id);
                }
            }
            return Swept.START;
        }

        private void takeIdle(EntryId id) {
            if (isThere(id)) {
                own(consumer, id, now);
                if (!retries.containsKey(id) && !due.contains(id.toString())) {
                    abandoned.add(id.toString());
                }
            }
        }

        private boolean isThere(EntryId id) {
            if (stream.has(id)) {
                return true;
            }
            retries.remove(id);
            end(id);
            gone.add(id.toString());
            return false;
        }
    }

    private boolean isIdle(EntryId id, long idle, long now) {
        var entry = pending.get(id);
        return entry != null && now - entry.since >= idle;
    }

    boolean retryLater(String consumer, String text, long due, boolean counted, long now) {
        var id = EntryId.parse(text);
        if (!isOwner(consumer, id)) {
            return false;
        }
        var entry = own(consumer, id, now);
        entry.deliveries = Math.max(0, entry.deliveries - (counted ? 0 : 1));
        retries.put(id, due);
        return true;
    }

    /** Whether it was this consumer's; it is pending no more. */
    boolean giveUp(String consumer, String text) {
        var id = EntryId.parse(text);
        if (!isOwner(consumer, id)) {
            return false;
        }
        retries.remove(id);
        return end(id);
    }

    long release(String consumer, List<String> ids, Duration idle, long now) {
        return owned(consumer, ids, id -> {
                    var entry = own(consumer, id, now);
                    entry.deliveries = Math.max(0, entry.deliveries - 1);
                    entry.since = now - idle.toMillis();
                    return true;
                })
                .size();
    }

    /** As if it had never been delivered: the next sweep of anybody takes it. */
    void redeliver(EntryId id, String consumer, long now) {
        retries.remove(id);
        var entry = own(consumer, id, now);
        entry.deliveries = 0;
        entry.since = 0;
    }

    long reap(String me, Duration idle, long now) {
        long before = consumers.size();
        consumers
                .entrySet()
                .removeIf(consumer -> !consumer.getKey().equals(me)
                        && now - consumer.getValue() >= idle.toMillis()
                        && !hasPending(consumer.getKey()));
        return before - consumers.size();
    }

    private boolean hasPending(String consumer) {
        return pendingOf(consumer) > 0;
    }

    long pendingOf(String consumer) {
        return pending.values().stream()
                .filter(entry -> entry.consumer.equals(consumer))
                .count();
    }

    long leave(String consumer, Duration idle, long now) {
        var held = owned(consumer, "", Integer.MAX_VALUE).stream()
                .filter(id -> !isIdle(EntryId.parse(id), idle.toMillis(), now))
                .toList();
        long released = release(consumer, held, idle, now);
        if (!hasPending(consumer)) {
            consumers.remove(consumer);
        }
        return released;
    }

    int consumers() {
        return consumers.size();
    }

    long lag() {
        return stream.after(position).size();
    }

    int retries() {
        return retries.size();
    }

    List<String> pending() {
        return pending.keySet().stream().map(EntryId::toString).toList();
    }

    Optional<EntryId> oldestPending() {
        return pending.isEmpty() ? Optional.empty() : Optional.of(pending.firstKey());
    }
}
