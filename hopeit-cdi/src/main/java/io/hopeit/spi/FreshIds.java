package io.hopeit.spi;

import io.hopeit.TrackIds;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Track ids of a request that nobody has given any.
 *
 * {@snippet :
 * TrackIds ids(Map<String, String> received) {
 *     return new TrackIds(FreshIds.begin(received));
 * }
 * }
 *
 * @hidden applications have no use for it
 */
public final class FreshIds {
    private static final SecureRandom START = new SecureRandom();
    private static final AtomicLong HIGH = new AtomicLong(START.nextLong());
    private static final AtomicLong LOW = new AtomicLong(START.nextLong());
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private FreshIds() {}

    /** A new operation of a new request, in order and to be added to. */
    public static Map<String, String> begin() {
        return begin(Map.of());
    }

    /** A new operation of the request that these ids tell of; what they do not say about it is made up. */
    public static Map<String, String> begin(Map<String, String> received) {
        var ids = new LinkedHashMap<String, String>();
        ids.put(TrackIds.OPERATION_ID, random());
        ids.put(TrackIds.REQUEST_ID, request(received.getOrDefault(TrackIds.REQUEST_ID, "")));
        ids.put(TrackIds.REQUEST_TS, time(received.getOrDefault(TrackIds.REQUEST_TS, "")));
        return ids;
    }

    /** The id that a request came with, or one that is made up where that is empty. */
    public static String request(String received) {
        return received.isEmpty() ? random() : received;
    }

    /** The time that a request came with, or the present where that is empty. */
    public static String time(String received) {
        return received.isEmpty() ? Timestamps.iso(Timestamps.now()) : received;
    }

    /**
     * Another one each time, as a UUID. As good as {@link UUID#randomUUID()} for telling one from another, and not for
     * secrets: two sequences that begin at random. Asking the system for each one took a tenth of the time of a message.
     */
    public static String random() {
        long high = mixed(HIGH.getAndAdd(STEP));
        long low = mixed(LOW.getAndAdd(STEP));
        return new UUID((high & ~0xf000L) | 0x4000L, (low & Long.MAX_VALUE >>> 1) | Long.MIN_VALUE).toString();
    }

    /** The end of SplitMix64, which gives each number another one. */
    private static long mixed(long number) {
        long once = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
