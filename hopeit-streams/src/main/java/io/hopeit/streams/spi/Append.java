package io.hopeit.streams.spi;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * An entry to append.
 *
 * {@snippet :
 * CompletionStage<String> append(Broker broker, Map<String, byte[]> fields) {
 *     var trim = new Trim(100_000, Duration.ofDays(7), false, false);
 *     var once = new Append.Once("o1", Duration.ofHours(1));
 *     return broker.append(new Append("shop.1x0.orders", fields, trim, 1, Optional.of(once)));
 * }
 * }
 *
 * @param key the stream
 * @param fields the entry, in order; not to be changed afterwards
 * @param trim what is dropped from the stream because of it
 * @param replicas how many replicas must have it before it counts as appended; 0 for none
 * @param once makes it the only one with this id, if there is one
 */
public record Append(String key, Map<String, byte[]> fields, Trim trim, int replicas, Optional<Once> once) {
    public Append {
        fields = Collections.unmodifiableMap(fields);
    }

    /** With nothing special. */
    public static Append of(String key, Map<String, byte[]> fields) {
        return new Append(key, fields, Trim.NONE, 0, Optional.empty());
    }

    /** Bytes of its fields, names included. */
    public long size() {
        long size = 0;
        for (String name : fields.keySet()) {
            size += name.length();
        }
        for (byte[] value : fields.values()) {
            size += value.length;
        }
        return size;
    }

    /**
     * An append with an id that has been used already appends nothing, and returns the id of the entry of then.
     *
     * @param id whatever tells it from others of the stream
     * @param remember for how long, to the millisecond; at least one
     */
    public record Once(String id, Duration remember) {}
}
